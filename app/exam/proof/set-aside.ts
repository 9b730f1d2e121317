import type { Standing } from "../attempt/entry.ts";
import { canonical } from "../attempt/journal.ts";
import type { Ledger } from "../attempt/ledger.ts";
import { type ItemResponse, isAnswered } from "../item/response.ts";
import { after, type Duration, duration, type Instant, instant } from "../time/time.ts";
import { type AnswerRuling, rulingInForce } from "./answer-ruling.ts";
import { desksAtWork } from "./desks-at-work.ts";
import type { Desk, StoredEntry } from "./film.ts";
import { madeAt } from "./made-at.ts";

/**
 * What a learner wrote that was kept and not counted: `late` came after the end, `stranded` from a computer the learner had
 * been moved away from. Nothing of it is mixed in by itself; somebody decides, question by question, which answer is marked.
 */
export const setAside = ["late", "stranded"] as const satisfies readonly Standing[];
export type SetAside = (typeof setAside)[number];

/** What the invigilator, who was there, says of everything set aside up to a place in the journal. */
export const statements = ["should-count", "should-not-count"] as const;
export type Statement = (typeof statements)[number];

/** One answer to a question as it was stored. `position` is its place in the journal. */
export type WrittenAnswer = {
  readonly position: number;
  readonly from: "counted" | SetAside;
  /** Which computer of this attempt it was, from 1. */
  readonly desk: number;
  readonly response: ItemResponse;
  readonly writtenAt: Instant;
  readonly receivedAt: Instant;
  /** Written before the learner was moved away, or before the end. */
  readonly inTime: boolean;
};

/** A question with an answer set aside that differs from the one that counts. */
export type QuestionAside = {
  readonly number: number;
  readonly item: string;
  /** What stood at the end; null when nothing did. */
  readonly counted: WrittenAnswer | null;
  /** The last of each computer and kind, the earliest written first; never empty. */
  readonly aside: readonly WrittenAnswer[];
  /** The newest decision. */
  readonly ruling: AnswerRuling | null;
  /** Place of the answer that is marked; null: what stood at the end. */
  readonly marked: number | null;
  /** Something has come that no decision covers. */
  readonly open: boolean;
  /** What the order of writing speaks for, as `marked`. */
  readonly proposed: number | null;
};

export type AsideRecord = {
  /** Answers with their places in the journal, in order; those to other questions may be left out. */
  readonly journal: readonly (StoredEntry & { readonly position: number })[];
  readonly ledger: Ledger;
  readonly desks: readonly Desk[];
  readonly endedAt: Instant | null;
  /** Where each item stands on the form. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly rulings: readonly AnswerRuling[];
  readonly statement: { readonly choice: Statement; readonly through: number } | null;
};

/** Every question that has something set aside, in the order of the form. */
export function questionsAside(record: AsideRecord): readonly QuestionAside[] {
  const all = written(record);
  return [...record.numbers]
    .flatMap(([item, number]) => question({ item, number, all: all.filter((one) => one.item === item) }, record) ?? [])
    .toSorted((a, b) => a.number - b.number);
}

type Item = { readonly item: string; readonly number: number; readonly all: readonly Written[] };

function question({ item, number, all }: Item, { rulings, statement }: AsideRecord): QuestionAside | null {
  const counted = all.findLast(({ from }) => from === "counted") ?? null;
  const ruling = rulingInForce(rulings, number);
  const marked = ruling?.position ?? null;
  const last = new Map(all.map((one) => [`${one.desk} ${one.from}`, one.position]));
  const aside = all.filter(
    (one) =>
      one.from !== "counted" &&
      (one.position === marked ||
        (last.get(`${one.desk} ${one.from}`) === one.position &&
          !isSameResponse(one.response, counted?.response ?? {}))),
  );
  if (aside.length === 0) return null;
  return {
    number,
    item,
    counted,
    aside: aside.toSorted((a, b) => a.writtenAt - b.writtenAt || a.position - b.position),
    ruling,
    marked,
    open: aside.some(({ position }) => position > (ruling?.through ?? -1)),
    proposed: proposalOf(aside, { counted, statement }),
  };
}

/** Two responses that give a marker the same to read. */
export const isSameResponse = (a: ItemResponse, b: ItemResponse) =>
  canonical(a) === canonical(b) || (!isAnswered(a) && !isAnswered(b));

type Beside = { readonly counted: WrittenAnswer | null; readonly statement: AsideRecord["statement"] };

/**
 * The learner's last word is proposed: the latest answer written in time. What came after the end is proposed only where the
 * invigilator says that it was written in time; nothing is that the invigilator says should not count.
 */
function proposalOf(aside: readonly WrittenAnswer[], { counted, statement }: Beside): number | null {
  const fit = aside.filter(({ from, inTime, position }) => {
    const said = statement !== null && position <= statement.through ? statement.choice : null;
    return inTime && said !== "should-not-count" && (from === "stranded" || said === "should-count");
  });
  const latest = fit.toSorted((a, b) => a.writtenAt - b.writtenAt || a.position - b.position).at(-1);
  if (latest === undefined) return null;
  return counted === null || latest.writtenAt > counted.writtenAt ? latest.position : null;
}

type Written = WrittenAnswer & { readonly item: string };

/** When each answer was written, by the time left that its computer showed. */
function written({ journal, ledger, desks, endedAt }: AsideRecord): readonly Written[] {
  const began = instant(ledger.find(({ kind }) => kind === "started")?.at ?? Number.NEGATIVE_INFINITY);
  const order = desksAtWork({ desks, journal, ledger });
  const last = new Map(order.map(({ id, startedAt }) => [id, startedAt]));
  return journal.flatMap(({ entry, standing, lease, receivedAt, position }) => {
    if (entry.kind !== "answer" || standing === "not-on-form") return [];
    const notBefore = instant(Math.max(last.get(lease) ?? began, began));
    const writtenAt = madeAt({ ledger, left: entry.left, receivedAt, notBefore });
    last.set(lease, writtenAt);
    const desk = order.findIndex(({ id }) => id === lease);
    const until = standing === "stranded" ? (order[desk]?.endedAt ?? null) : endedAt;
    const { item, response } = entry;
    const inTime = until === null || writtenAt <= after(until, inexact);
    return [{ item, position, from: standing, desk: desk + 1, response, writtenAt, receivedAt, inTime }];
  });
}

/** A browser shows a little too little time left, so that what it wrote seems a little later than it was. */
const inexact: Duration = duration(2_000);
