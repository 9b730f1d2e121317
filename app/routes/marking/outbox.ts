/** What came of sending: agreed, refused for good, or not heard by the server, so that it must be sent again. */
export type Sent<Value> =
  | { readonly kind: "agreed"; readonly value: Value }
  | { readonly kind: "refused"; readonly refusal: string; readonly words: string }
  | { readonly kind: "unheard"; readonly words: string };

/** The response it is about, and what is said of it. */
export type Input = { readonly task: string; readonly [name: string]: unknown };

type Ports = {
  /** Never rejects. */
  readonly post: (does: string, input: object) => Promise<Sent<unknown>>;
  /** Waits before the next try; a longer while each time. */
  readonly pause: (tries: number) => Promise<void>;
  /** Words while something cannot be sent; null when all is well again. */
  readonly trouble: (words: string | null) => void;
};

/**
 * Sends decisions without making anybody wait. Those on one response go one after the other, in order, and each is sent
 * until the server has answered it; so nothing is lost by a bad connection and nothing overtakes an undo.
 */
export function makeOutbox({ post, pause, trouble }: Ports) {
  const last = new Map<string, Promise<unknown>>();
  const unheard = new Set<object>();

  async function deliver(does: string, input: object): Promise<Exclude<Sent<unknown>, { kind: "unheard" }>> {
    for (let tries = 1; ; tries++) {
      const sent = await post(does, input);
      if (sent.kind !== "unheard") {
        unheard.delete(input);
        if (unheard.size === 0) trouble(null);
        return sent;
      }
      unheard.add(input);
      trouble(sent.words);
      await pause(tries);
    }
  }

  return {
    send(does: string, input: Input) {
      const before = last.get(input.task) ?? Promise.resolve();
      const sent = before.then(() => deliver(does, input));
      last.set(input.task, sent);
      return sent;
    },
  };
}
