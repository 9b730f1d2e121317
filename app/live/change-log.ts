/** What has changed since a version, or "reset" when that is too far back to say. Versions count from `first`. */
export function changeLog<Change>(capacity: number, first = 0) {
  let version = first;
  let recent: readonly Change[] = [];
  return {
    version: () => version,
    /** @param make builds the change with the version it brings about. */
    add(make: (version: number) => Change): Change {
      version += 1;
      const change = make(version);
      recent = [...recent, change].slice(-capacity);
      return change;
    },
    since(seen: number): readonly Change[] | "reset" {
      const missed = version - seen;
      if (missed < 0 || missed > recent.length) return "reset";
      return recent.slice(recent.length - missed);
    },
  };
}
