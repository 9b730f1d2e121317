import type { Attempt } from "../attempt/attempt.ts";
import type { Actor } from "../people/actor.ts";
import { type Refused, refused } from "../people/refusals.ts";
import { mayReplay } from "./may-replay.ts";
import type { QuestionAside } from "./set-aside.ts";

/** Which answer to a question is to be marked: its place in the journal, or null for what stood at the end. */
export type AsideChoice = { readonly number: number; readonly position: number | null };

type Standing = { readonly attempt: Pick<Attempt, "phase" | "centreId">; readonly isReleased: boolean };

/** Who may see answers set aside may decide about them, up to the release: from then on marks change only by an appeal. */
export function mayDecideAside(actor: Actor | null, { attempt, isReleased }: Standing): Refused | null {
  const no = mayReplay(actor, attempt);
  if (no) return no;
  if (attempt.phase === "voided") return refused("not-from-here", "The test is void: nothing of it is marked.");
  return isReleased ? refused("result-released") : null;
}

type Decided = { readonly ok: true; readonly changed: readonly AsideChoice[] } | Refused;

/**
 * What these choices decide anew. A choice that stands already, with nothing new come since, decides nothing, so that a
 * decision sent twice is one.
 */
export function decideAside(questions: readonly QuestionAside[], choices: readonly AsideChoice[]): Decided {
  const unknown = choices.find(({ number, position }) => {
    const asked = questions.find((one) => one.number === number);
    return asked === undefined || (position !== null && !asked.aside.some((one) => one.position === position));
  });
  if (unknown !== undefined)
    return refused("badly-formed", `There is no such answer to choose for question ${unknown.number}.`);
  const twice = choices.find(({ number }, place) => choices.findIndex((one) => one.number === number) !== place);
  if (twice !== undefined) return refused("badly-formed", `Choose one answer to question ${twice.number}.`);
  const changed = choices.filter(({ number, position }) =>
    questions.some((one) => one.number === number && (one.open || one.marked !== position)),
  );
  return { ok: true, changed };
}
