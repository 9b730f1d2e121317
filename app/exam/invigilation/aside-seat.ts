import type { ItemResponse } from "../item/response.ts";
import type { QuestionAside, Statement, WrittenAnswer } from "../proof/set-aside.ts";
import type { Instant } from "../time/time.ts";

/**
 * What a room is told of answers set aside: which questions, when, where and how long, never what they say. The invigilator
 * says what they saw; which answer is marked is decided by the awarding organisation, which does not know whose it is.
 */
export type SeatAside = {
  readonly questions: readonly AsideLine[];
  /** Answers the invigilator has said nothing about and nobody has decided about, by why they were set aside. */
  readonly unsaid: { readonly stranded: number; readonly late: number };
  readonly statement: {
    readonly choice: Statement;
    readonly why: string;
    readonly by: string;
    readonly at: Instant;
  } | null;
};

export type AsideLine = {
  readonly number: number;
  readonly counted: AsideAnswer | null;
  readonly aside: readonly AsideAnswer[];
  /** Null while it waits to be decided. */
  readonly decided: "counted" | "aside" | null;
};

/** An answer without its words: only how many there are, or null for one that is no text. */
export type AsideAnswer = Pick<WrittenAnswer, "position" | "from" | "desk" | "writtenAt" | "receivedAt"> & {
  readonly words: number | null;
};

export const nothingAside: SeatAside = { questions: [], unsaid: { stranded: 0, late: 0 }, statement: null };

export const statementWords: Record<Statement, string> = {
  "should-count": "It should count: the learner wrote it in time",
  "should-not-count": "It should not count",
};

type Known = {
  readonly statement: (NonNullable<SeatAside["statement"]> & { readonly through: number }) | null;
  /** How many words a response to this question has. */
  words(number: number, response: ItemResponse): number | null;
};

export function seatAside(questions: readonly QuestionAside[], { statement, words }: Known): SeatAside {
  const open = questions.filter((question) => question.open).flatMap(({ aside }) => aside);
  const unsaid = open.filter(({ position }) => position > (statement?.through ?? -1));
  const without = (number: number, { position, from, desk, writtenAt, receivedAt, response }: WrittenAnswer) => ({
    position,
    from,
    desk,
    writtenAt,
    receivedAt,
    words: words(number, response),
  });
  return {
    questions: questions.map(({ number, counted, aside, open: waits, marked }) => ({
      number,
      counted: counted && without(number, counted),
      aside: aside.map((answer) => without(number, answer)),
      decided: waits ? null : marked === null ? "counted" : "aside",
    })),
    unsaid: {
      stranded: unsaid.filter(({ from }) => from === "stranded").length,
      late: unsaid.filter(({ from }) => from === "late").length,
    },
    statement: statement && { choice: statement.choice, why: statement.why, by: statement.by, at: statement.at },
  };
}

/** How what the invigilator says reads among the sitting's incidents. */
export function asideNarrative(
  questions: readonly { readonly number: number; readonly aside: readonly Pick<AsideAnswer, "from">[] }[],
  { choice, why }: { readonly choice: Statement; readonly why: string },
): string {
  const told = (["late", "stranded"] as const).flatMap((from) => {
    const numbers = questions.filter(({ aside }) => aside.some((one) => one.from === from)).map(({ number }) => number);
    if (numbers.length === 0) return [];
    const which =
      numbers.length === 1 ? `An answer to question ${numbers}` : `Answers to questions ${numbers.join(", ")}`;
    return [`${which} ${arrived[from]}.`];
  });
  return [...told, `${statementWords[choice]}.`, why].join(" ");
}

const arrived = {
  late: "arrived after the end of the test",
  stranded: "came from a computer the learner had been moved away from",
};
