import { type Attempt, isOver } from "../attempt/attempt.ts";
import type { Actor, Role } from "../people/actor.ts";
import { type Refused, refused } from "../people/refusals.ts";
import { minutes } from "../time/time.ts";

/**
 * Who may see a test again as its learner saw it: those who decide appeals. Nobody of the centre, which must not get to see
 * the questions of a form that is still in use.
 */
export const replayers: readonly Role[] = ["administrator", "awarder", "senior-examiner"];

/** One opening, with its reason, holds so long; then a reason is asked for again. */
export const openFor = minutes(60);

/** A test that goes on is nobody's to look into, and nobody judges learners of a centre they have a connection with. */
export function mayReplay(
  actor: Actor | null,
  { phase, centreId }: Pick<Attempt, "phase" | "centreId">,
): Refused | null {
  if (actor?.kind !== "staff") return refused("not-signed-in");
  if (!actor.roles.some(({ role }) => replayers.includes(role))) return refused("not-allowed");
  if (actor.affiliations.includes(centreId)) return refused("connected-with-centre");
  return isOver({ phase }) ? null : refused("too-early", "A test can be seen again once it has ended.");
}

/** Who is told whose test it is. Everybody else judges without knowing. */
export const mayKnowWho = (actor: Actor | null) =>
  actor?.kind === "staff" && actor.roles.some(({ role }) => role === "administrator");
