import type { Entry } from "../../app/exam/attempt/entry.ts";
import { canonical } from "../../app/exam/attempt/journal.ts";
import type { ItemResponse } from "../../app/exam/item/response.ts";

/** An entry that the server said was safe. */
export type Acknowledged = { readonly attempt: string; readonly lease: string; readonly entry: Entry };
/** An answer as it was typed, whether or not it was sent: a later one to the same item may take its place before that. */
export type Typed = {
  readonly attempt: string;
  readonly item: string;
  readonly response: ItemResponse;
  readonly offline: boolean;
};
/** A row of the journal. */
export type Stored = { readonly attempt: string; readonly lease: string; readonly entry: Entry };

export type Account = {
  readonly acknowledged: number;
  /** Said to be safe, and not in the journal exactly so. */
  readonly lost: number;
  /** Typed while the server could not be reached. */
  readonly typedOffline: number;
  /** Of these, those that are neither in the journal nor overtaken there by a later answer to the same item. */
  readonly lostOffline: number;
  /** The same deed stored more than once. */
  readonly duplicated: number;
};

/** Holds what learners were told against what the database has, entry by entry and sign by sign. */
export function account(
  told: readonly Acknowledged[],
  typed: readonly Typed[],
  stored: readonly Stored[],
): Account & { readonly lostTyped: number } {
  const rows = new Map(stored.map((row) => [`${row.lease} ${row.entry.seq}`, canonical(row.entry)]));
  const lost = told.filter(({ lease, entry }) => rows.get(`${lease} ${entry.seq}`) !== canonical(entry)).length;

  const deeds = stored.map(({ attempt, entry: { seq: _, ...deed } }) => `${attempt} ${canonical(deed)}`);
  const offline = typed.filter((one) => one.offline);
  const isThere = arrived(typed, stored);
  return {
    acknowledged: told.length,
    lost,
    typedOffline: offline.length,
    lostOffline: offline.filter((one) => !isThere(one)).length,
    duplicated: deeds.length - new Set(deeds).size,
    lostTyped: typed.filter((one) => !isThere(one)).length,
  };
}

/** An answer has arrived when it is in the journal, or one typed later into the same item is. */
function arrived(typed: readonly Typed[], stored: readonly Stored[]) {
  const answers = new Set(
    stored.flatMap(({ attempt, entry }) =>
      entry.kind === "answer" ? [`${attempt} ${entry.item} ${canonical(entry.response)}`] : [],
    ),
  );
  const lastThere = new Map<string, number>();
  typed.forEach(({ attempt, item, response }, index) => {
    if (answers.has(`${attempt} ${item} ${canonical(response)}`)) lastThere.set(`${attempt} ${item}`, index);
  });
  const place = new Map(typed.map((one, index) => [one, index]));
  return (one: Typed) => (lastThere.get(`${one.attempt} ${one.item}`) ?? -1) >= (place.get(one) ?? 0);
}
