import type { Instant } from "../time/time.ts";
import type { Found, Part } from "./fault.ts";
import type { MarkRow, ResultRow } from "./sealed-text.ts";

/** What the audit log says was given and released. It is chained by itself, so what it names has been there. */
export type Logged = {
  /** `number`: of the question. */
  readonly marks: readonly { readonly mark: string; readonly number: number; readonly at: Instant }[];
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
  readonly marks: readonly Pick<MarkRow, "id" | "responseId">[];
  readonly results: readonly Pick<ResultRow, "version">[];
};

/**
 * Marks and results seal those before them, which does not tell when the newest was taken away: that tells the log, and of
 * marks that the system gave, that each answer has a mark or waits for somebody to give one.
 */
export function logFaults({ logged, responses, marks, results }: Kept, found: (part: Part) => (fault: Found) => void) {
  for (const { mark, number, at } of logged.marks)
    if (!marks.some(({ id }) => id === mark)) {
      const words = `Mark ${mark} of question ${number} is missing: the log says that it was given at ${inWords(at)}.`;
      found("mark")({ position: number, what: "missing", words });
    }
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

const inWords = (at: Instant) => new Date(at).toISOString();
