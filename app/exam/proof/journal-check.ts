import { next as nextWork, noWork, type Progress, progressAfter, type Work } from "../attempt/answers.ts";
import type { Entry, Standing } from "../attempt/entry.ts";
import { beginning, canonical, type Digest, link, oldLink } from "../attempt/journal.ts";
import type { ItemResponse } from "../item/response.ts";
import type { Instant } from "../time/time.ts";
import { chainWalk } from "./chain.ts";
import type { Found } from "./fault.ts";

/** A row of a journal as stored. */
export type JournalRow = {
  readonly position: number;
  readonly lease: string;
  readonly seq: number;
  /** Null where what is stored is no entry. */
  readonly entry: Entry | null;
  /** The text it was read from, and whether that is how it was written before 2026-11-26. */
  readonly written: string;
  readonly inOldWriting: boolean;
  readonly receivedAt: Instant;
  readonly standing: Standing;
  readonly hash: string;
};

type Ways = { readonly digest: Digest; found(fault: Found): void };

/** Walks one journal and folds it on the way: what it comes to is compared with what was kept beside it. */
export function journalCheck(attempt: string, { digest, found }: Ways) {
  // Links from before the time of arrival was sealed; once a journal has a new one, no old one may follow.
  let newFrom = Number.POSITIVE_INFINITY;
  const start = beginning(attempt, digest);
  const linksOf = (before: string, row: JournalRow) =>
    isReadable(row)
      ? [link(before, row, digest), ...(row.position < newFrom ? [oldLink(before, row, digest)] : [])]
      : [];
  const chain = chainWalk<JournalRow>({ beginning: start, links: linksOf, found });
  let progress: Progress = {};
  let work: Work = noWork;
  const lastOf = new Map<string, number>();
  // By place and not in a list: a place may be any number, and a list would be as long.
  const links = new Map<number, string>();
  let before: string | null = null;
  const aside = new Map<number, { readonly item: string; readonly response: ItemResponse }>();

  return {
    next(row: JournalRow) {
      chain.next(row);
      const head = before;
      before = row.hash;
      links.set(row.position, row.hash);
      lastOf.set(row.lease, Math.max(lastOf.get(row.lease) ?? 0, row.seq));
      if (!isReadable(row)) {
        const words = `Position ${row.position} could not be read: what is stored there is no entry.`;
        return found({ position: row.position, what: "altered", words });
      }
      if (row.position < newFrom && head !== null && row.hash === link(head, row, digest)) newFrom = row.position;
      if (!isAsSealed(row) && linksOf(head ?? start, row).includes(row.hash)) {
        const words = `Position ${row.position} was altered: it says the same, and not in the letters that were sealed.`;
        found({ position: row.position, what: "altered", words });
      }
      if (row.seq !== row.entry.seq) {
        const words = `Position ${row.position} is filed as number ${row.seq}, and its entry says ${row.entry.seq}.`;
        found({ position: row.position, what: "altered", words });
      }
      if (row.standing !== "counted") {
        if (row.entry.kind === "answer") aside.set(row.position, row.entry);
        return;
      }
      progress = progressAfter(progress, [row.entry]);
      work = nextWork(work, row.entry);
    },
    end: () => ({
      ...chain.end(),
      progress,
      work,
      lastOf,
      heads: [{ head: start, entries: 0 }, ...[...links].map(([position, head]) => ({ head, entries: position + 1 }))],
      linkAt: (position: number) => links.get(position) ?? null,
      /** An answer that was kept and not counted. */
      answerAt: (position: number) => aside.get(position) ?? null,
    }),
  };
}

type Readable = JournalRow & { readonly entry: Entry };
const isReadable = (row: JournalRow): row is Readable => row.entry !== null;

const isAsSealed = ({ entry, written, inOldWriting }: Readable) => inOldWriting || written === canonical(entry);
