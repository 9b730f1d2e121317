/**
 * Lets only one tab of this browser work on an attempt. The tab that comes second waits its turn: when the first is
 * closed, it may go on.
 *
 * @returns the way to let go.
 */
export function holdTab(attempt: string, { held, waiting }: { held(): void; waiting(): void }): () => void {
  // A browser without locks is trusted; the server's lease still allows only one machine.
  if (!("locks" in navigator)) {
    held();
    return () => {};
  }
  const leave = new AbortController();
  let letGo = () => {};
  // A page that is being reloaded may hold on a moment longer.
  const slow = setTimeout(waiting, 1_000);
  navigator.locks
    .request(`examhall ${attempt}`, { signal: leave.signal }, () => {
      clearTimeout(slow);
      held();
      return new Promise<void>((done) => {
        letGo = done;
      });
    })
    .catch(() => clearTimeout(slow));
  return () => {
    clearTimeout(slow);
    letGo();
    leave.abort();
  };
}
