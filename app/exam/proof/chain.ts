import type { Found } from "./fault.ts";

/** A row of a chain: `hash` is what it says its link is. */
export type Link = { readonly position: number; readonly hash: string };

type Chain<Row extends Link> = {
  readonly beginning: string;
  /** Every link this row may have after that one: the way of today first, then older ones. */
  links(before: string, row: Row): readonly string[];
  found(fault: Found): void;
};

export type ChainWalk<Row extends Link> = {
  next(row: Row): void;
  /** How far the chain reaches, and its last link. */
  end(): { readonly length: number; readonly head: string };
};

type Judged = { readonly head: string; readonly settled?: true };

/**
 * Walks a chain once, a row at a time, and says where it does not hold. It looks one row ahead, so that a row that was put
 * in, two that were exchanged and a link that was overwritten are told from a row whose content was altered.
 */
export function chainWalk<Row extends Link>({ beginning, links, found }: Chain<Row>): ChainWalk<Row> {
  let head = beginning;
  let expected = 0;
  let held: Row | null = null;
  const follows = (link: string, row: Row) => links(link, row).includes(row.hash);
  /** Answers the link to go on from, and whether the next row is settled too. */
  const judge = (row: Row, next: Row | null): Judged => {
    const { position } = row;
    const gap = position > expected;
    if (gap) found({ position: expected, what: "missing", words: missingWords(expected, position - 1) });
    expected = position + 1;
    if (gap || follows(head, row)) return { head: row.hash };
    if (next !== null && follows(head, next)) {
      if (!follows(next.hash, row)) {
        const words = `Position ${position} was put in: those around it follow one another.`;
        found({ position, what: "inserted", words });
        return { head };
      }
      const words = `Positions ${position} and ${next.position} have changed places.`;
      found({ position, what: "reordered", words });
      expected = next.position + 1;
      return { head: row.hash, settled: true };
    }
    const own = next === null ? undefined : links(head, row).find((link) => follows(link, next));
    if (own !== undefined) {
      const words = `The link stored at position ${position} was altered; its content is whole.`;
      found({ position, what: "altered", words });
      return { head: own };
    }
    found({ position, what: "altered", words: alteredWords(position) });
    return { head: row.hash };
  };
  const settle = (row: Row, next: Row | null) => {
    const judged = judge(row, next);
    head = judged.head;
    return judged.settled ? null : next;
  };

  return {
    next(row) {
      held = held === null ? row : settle(held, row);
    },
    end() {
      if (held !== null) settle(held, null);
      held = null;
      return { length: expected, head };
    },
  };
}

const missingWords = (from: number, to: number) =>
  from === to ? `Position ${from} is missing.` : `Positions ${from} to ${to} are missing.`;

const alteredWords = (position: number) =>
  `Position ${position} does not follow from the one before it: it was altered, or one between them was taken out.`;
