import { type Actor, centresOf } from "../../exam/people/actor.ts";

type Staff = Extract<Actor, { kind: "staff" }>;

/** A form is sat at many centres, so a role held at one of them is not enough to award it. */
export const isAwarderEverywhere = (actor: Actor | null): actor is Staff =>
  actor?.kind === "staff" && centresOf(actor, ["awarder"]) === "all";
