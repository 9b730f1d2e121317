/** Where a part that comes later stands: its first address is the module's own, see `chunkAddress`. */
type Part<Exports> = { first(): Promise<Exports>; readonly address: string };

/**
 * A part of a page in a file of its own, which comes when it is asked for and once for all who ask. After a failure it is
 * looked for at another address each time: browsers keep the failure of an address.
 *
 * @returns what brings it; it throws while the network is away, and may then be asked again.
 */
export function later<Exports>({ first, address }: Part<Exports>): () => Promise<Exports> {
  let coming: Promise<Exports> | null = null;
  let failures = 0;
  const ask = (): Promise<Exports> =>
    failures === 0 ? first() : import(/* @vite-ignore */ `${address}?try=${failures}`);
  return () => {
    coming ??= ask().catch((cause) => {
      failures += 1;
      coming = null;
      throw cause;
    });
    return coming;
  };
}

/** Milliseconds between two tries. */
const again = 3_000;

/**
 * Brings a part for as long as it takes.
 *
 * @param arrived is called once, and not after it was called off.
 * @param away is called for every try that failed.
 * @returns the way to call it off.
 */
export function bringing<Exports>(
  bring: () => Promise<Exports>,
  arrived: (part: Exports) => void,
  away: () => void = () => {},
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let left = false;
  const knock = () =>
    bring().then(
      (part) => left || arrived(part),
      () => {
        if (left) return;
        away();
        timer = setTimeout(knock, again);
      },
    );
  void knock();
  return () => {
    left = true;
    clearTimeout(timer);
  };
}
