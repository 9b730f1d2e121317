import { inOneMessage } from "../exam/attempt/batch.ts";
import type { Entry } from "../exam/attempt/entry.ts";
import { type ItemResponse, isAnswered } from "../exam/item/response.ts";

/** What a learner did, before it has its number. */
export type Deed = Entry extends infer One ? (One extends Entry ? Omit<One, "seq"> : never) : never;

/** What a reload needs to go on: the last number given, and what the server has not acknowledged. */
export type Kept = { readonly seq: number; readonly waiting: readonly Entry[] };

/** What one answer or flag says something about, where the next one takes its place. */
const subject = (deed: Deed) => (deed.kind === "answer" || deed.kind === "flag" ? `${deed.kind} ${deed.item}` : null);

const isOfThen = ({ kind }: Entry) => kind === "visit" || kind === "look" || kind === "panel";

export type Outbox = ReturnType<typeof outbox>;

/**
 * What the learner has done and the server has not yet acknowledged, numbered in order. Numbers are never given twice
 * within a lease, so what is sent must have been kept first: after a crash the same number would otherwise mean two things.
 */
export function outbox({ seq: last, waiting: kept }: Kept) {
  let seq = last;
  let waiting = kept;
  // Whatever was kept may have been sent before the reload, so it is left as it is.
  let sentThrough = last;
  /** Items answered or flagged since. */
  const touched = new Set<string>();

  const replacedBy = (deed: Deed) => (entry: Entry) =>
    deed.kind === "answer" && entry.kind === "answer" && entry.item === deed.item && entry.seq > sentThrough;

  const put = (deed: Deed) => {
    seq += 1;
    const replaced = replacedBy(deed);
    waiting = [...waiting.filter((entry) => !replaced(entry)), { ...deed, seq } as Entry];
    const what = subject(deed);
    if (what !== null) touched.add(what);
  };

  return {
    /** The newest answer to an item takes the place of an earlier one that was never sent. */
    put,
    /**
     * Takes in what was done under this lease before the page was opened and could not be read until now; its numbers are
     * passed by already, so it gets new ones. What has been answered or flagged since stays as it is, and where the learner was
     * and how it looked then is of no use any more.
     *
     * @returns what was taken in.
     */
    takeIn(found: readonly Entry[]): readonly Entry[] {
      const news = found.filter((entry) => !isOfThen(entry) && !touched.has(subject(entry) ?? ""));
      for (const { seq: _, ...deed } of news) put(deed as Deed);
      return news;
    },
    waiting: () => waiting,
    /**
     * The first entries that wait, as many as one message carries. From now on they are on their way and stay as they are.
     *
     * @param through the last number that may be among them.
     * @param isAgain only what was on its way before: while nothing gets through, what came later can still be replaced, or an
     * essay would be gathered once for every try.
     */
    prefix(most: number, through = seq, isAgain = false): readonly Entry[] {
      const [first] = waiting;
      const last =
        isAgain && first !== undefined && first.seq <= sentThrough ? Math.min(through, sentThrough) : through;
      const batch = inOneMessage(
        waiting.filter((entry) => entry.seq <= last),
        most,
      );
      sentThrough = Math.max(sentThrough, batch.at(-1)?.seq ?? 0);
      return batch;
    },
    acknowledge(savedThrough: number) {
      waiting = waiting.filter((entry) => entry.seq > savedThrough);
    },
    kept: (): Kept => ({ seq, waiting }),
    /**
     * Of the answers on the screen, how many the server holds exactly so. A cleared answer counts until it is cleared there too.
     *
     * @param elsewhere entries of another lease that the server may not hold either.
     */
    safe(
      answers: Readonly<Record<string, ItemResponse>>,
      elsewhere: readonly Entry[] = [],
    ): { readonly safe: number; readonly of: number } {
      const unsafe = new Set(
        [...elsewhere, ...waiting].flatMap((entry) => (entry.kind === "answer" ? [entry.item] : [])),
      );
      const answered = Object.keys(answers).filter((item) => isAnswered(answers[item]));
      const of = new Set([...answered, ...unsafe]).size;
      return { safe: of - unsafe.size, of };
    },
  };
}
