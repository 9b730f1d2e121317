import type { LateChoice } from "../exam/invigilation/late-answers.ts";
import type { Instant } from "../exam/time/time.ts";
import type { Client } from "./store.ts";
import { lateAnswersOf } from "./views/late-answers.ts";

export type LateRulingRows = ReturnType<typeof lateRulingRows>;

export const lateRulingRows = (client: Client) => ({
  /** What arrived after the end; null when nothing did. */
  async of(attemptId: string) {
    return (await lateAnswersOf(client, [attemptId])).get(attemptId) ?? null;
  },

  /** Covers everything the journal holds now. */
  async add(ruling: {
    readonly id: string;
    readonly attemptId: string;
    readonly through: number;
    readonly choice: LateChoice;
    readonly why: string;
    readonly byName: string;
    readonly at: Instant;
  }) {
    await client.lateRuling.create({ data: { ...ruling, at: new Date(ruling.at) } });
  },
});
