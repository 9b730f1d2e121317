export type Sweeper = { stop(): Promise<void> };

/** Does the work again and again, never twice at once, until stopped; a failed round is reported and the next one comes. */
export function sweeper(work: () => Promise<void>, every: number, onError: (error: unknown) => void): Sweeper {
  let round = Promise.resolve();
  let busy = false;
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    round = work()
      .catch(onError)
      .finally(() => {
        busy = false;
      });
  }, every);
  return {
    stop: async () => {
      clearInterval(timer);
      await round;
    },
  };
}
