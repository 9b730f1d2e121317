import { z } from "zod";
import type { Instant } from "../time/time.ts";
import type { Found, Part } from "./fault.ts";
import type { MarkRow, ResultRow, RulingRow } from "./sealed-text.ts";

/** What the audit log says was given and released. It is chained by itself, so what it names has been there. */
export type Logged = {
  /** `number`: of the question; `marks` and `max` as the log writes them, null where it does not. */
  readonly marks: readonly {
    readonly mark: string;
    readonly number: number;
    readonly marks: string | null;
    readonly max: string | null;
    readonly at: Instant;
  }[];
  /** In the order in which they were made. */
  readonly rulings: readonly { readonly choices: unknown; readonly at: Instant }[];
  readonly results: readonly { readonly version: number; readonly at: Instant }[];
};

export type MarkedResponse = {
  readonly id: string;
  readonly number: number;
  /** Somebody is to mark it, or has. */
  readonly isTask: boolean;
};

type Kept = {
  readonly logged: Logged;
  readonly responses: readonly MarkedResponse[];
  readonly marks: readonly Pick<MarkRow, "id" | "responseId" | "marks" | "max">[];
  readonly rulings: readonly Pick<RulingRow, "number" | "version" | "position">[];
  readonly results: readonly Pick<ResultRow, "version">[];
};

/**
 * Marks and results seal those before them, which does not tell when the newest was taken away: that tells the log, and of
 * marks that the system gave, that each answer has a mark or waits for somebody to give one.
 */
export function logFaults(kept: Kept, found: (part: Part) => (fault: Found) => void) {
  const { logged, responses, marks, results } = kept;
  for (const given of logged.marks) markFaults(given, marks, found("mark"));
  rulingFaults(kept, found("ruling"));
  for (const { id, number, isTask } of responses)
    if (!isTask && !marks.some(({ responseId }) => responseId === id)) {
      const words = `The answer to question ${number} has no mark, and nobody is to give one.`;
      found("mark")({ position: number, what: "missing", words });
    }
  for (const { version, at } of logged.results)
    if (!results.some((result) => result.version === version)) {
      const words = `Version ${version} of the result is missing: the log says that it was released at ${inWords(at)}.`;
      found("result")({ position: version, what: "missing", words });
    }
}

function markFaults(
  { mark, number, at, ...given }: Logged["marks"][number],
  marks: Kept["marks"],
  found: (fault: Found) => void,
) {
  const kept = marks.find(({ id }) => id === mark);
  if (kept === undefined) {
    const words = `Mark ${mark} of question ${number} is missing: the log says that it was given at ${inWords(at)}.`;
    return found({ position: number, what: "missing", words });
  }
  const isAsGiven = (now: number, then: string | null) => then === null || Number(then) === now;
  if (isAsGiven(kept.marks, given.marks) && isAsGiven(kept.max, given.max)) return;
  const words = `Mark ${mark} of question ${number} is kept as ${kept.marks} of ${kept.max}: the log says that ${given.marks} of ${given.max} was given.`;
  found({ position: number, what: "altered", words });
}

const choicesShape = z.array(z.object({ number: z.int(), position: z.int().nullable() }));

/** Each decision adds one version to each question it names, so the log's choices about a question count its versions. */
function rulingFaults({ logged, rulings }: Kept, found: (fault: Found) => void) {
  const counted = new Map<number, number>();
  for (const { choices, at } of logged.rulings)
    for (const { number, position } of choicesShape.safeParse(choices).data ?? []) {
      const version = (counted.get(number) ?? 0) + 1;
      counted.set(number, version);
      const kept = rulings.find((one) => one.number === number && one.version === version);
      const decision = `Decision ${version} about question ${number}`;
      if (kept === undefined) {
        const words = `${decision} is missing: the log says that it was made at ${inWords(at)}.`;
        found({ position: number, what: "missing", words });
      } else if (kept.position !== position) {
        const words = `${decision} names another answer than the log says was chosen at ${inWords(at)}.`;
        found({ position: number, what: "altered", words });
      }
    }
}

const inWords = (at: Instant) => new Date(at).toISOString();
