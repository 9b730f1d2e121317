const name = "examhall-over";

/**
 * That a test is over and with the server, written down at once: the storage that holds the test lets go of it only after a
 * while, and the page may be left meanwhile. Whoever opens it then forgets it first.
 */
export const overMark = {
  /** The attempt that is still to be forgotten. */
  read(): string | null {
    try {
      return localStorage.getItem(name);
    } catch {
      return null;
    }
  },
  set(attempt: string) {
    try {
      localStorage.setItem(name, attempt);
    } catch {
      // Where nothing is kept at once, the storage that lets go later is all there is.
    }
  },
  remove() {
    try {
      localStorage.removeItem(name);
    } catch {
      // As above.
    }
  },
};
