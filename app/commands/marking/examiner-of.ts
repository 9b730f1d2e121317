import { type Actor, inRole } from "../../exam/people/actor.ts";

/** The examiner who is acting, and whether they may settle doubts; null for anybody else. */
export const examinerOf = (actor: Actor | null) =>
  actor?.kind === "staff" ? { id: actor.id, isSenior: inRole(actor, ["senior-examiner"]) !== null } : null;
