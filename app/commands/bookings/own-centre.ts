import { centresOf, holdsAt, type Who } from "../../exam/people/actor.ts";
import { type Refused, refused } from "../../exam/people/refusals.ts";
import type { Work } from "../door.ts";

/** The centre this is done for: the one named or, when the actor works for one only, that one. */
export function ownCentre(
  { actor }: Work,
  who: readonly Who[],
  named: string | undefined,
): { ok: true; centreId: string } | Refused {
  if (named !== undefined)
    return holdsAt(actor, who, named) ? { ok: true, centreId: named } : refused("not-at-your-centre");
  const centres = centresOf(actor, who);
  const [only] = centres;
  if (centres === "all" || only === undefined || new Set(centres).size > 1)
    return { ...refused("badly-formed", "Choose a centre."), fields: { centre: "Choose a centre." } };
  return { ok: true, centreId: only };
}

/** One field of a form is wrong, in words beside it. */
export const wrongField = (field: string, words: string): Refused => ({
  ...refused("badly-formed", words),
  fields: { [field]: words },
});
