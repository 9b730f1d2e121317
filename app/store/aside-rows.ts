import type { RulingRow } from "../exam/proof/sealed-text.ts";
import type { Statement } from "../exam/proof/set-aside.ts";
import type { Instant } from "../exam/time/time.ts";
import { type Aside, asideOf } from "./set-aside.ts";
import type { Client } from "./store.ts";

export type AsideRows = ReturnType<typeof asideRows>;

export const asideRows = (client: Client) => ({
  /** What was set aside in this attempt; null when nothing was. */
  async of(attemptId: string): Promise<Aside | null> {
    return (await asideOf(client, [attemptId])).get(attemptId) ?? null;
  },

  /** What the invigilator says of everything the journal holds now. */
  async addStatement(statement: {
    readonly id: string;
    readonly attemptId: string;
    readonly through: number;
    readonly choice: Statement;
    readonly why: string;
    readonly byName: string;
    readonly at: Instant;
  }) {
    await client.lateRuling.create({ data: { ...statement, at: new Date(statement.at) } });
  },

  /** The database seals it. */
  async addRuling(ruling: Omit<RulingRow, "seal" | "at"> & { readonly at: Instant }) {
    await client.answerRuling.create({ data: { ...ruling, at: new Date(ruling.at) } });
  },
});
