/** What a member of staff may be. A role is held everywhere or at one centre. */
export const roles = [
  "invigilator",
  "exams-officer",
  "examiner",
  "senior-examiner",
  "awarder",
  "item-writer",
  "administrator",
] as const;
export type Role = (typeof roles)[number];

export type HeldRole = { readonly role: Role /** null: everywhere. */; readonly centreId: string | null };

/** Who is doing something. A candidate acts for one booking only; the system acts when time runs out. */
export type Actor =
  | {
      readonly kind: "staff";
      readonly id: string;
      readonly name: string;
      readonly roles: readonly HeldRole[];
      readonly affiliations: readonly string[];
    }
  | {
      readonly kind: "candidate";
      readonly id: string;
      readonly name: string;
      readonly bookingId: string;
      readonly centreId: string;
    }
  /** A computer in a readiness check: it can do nothing but its dummy seat. */
  | {
      readonly kind: "dummy-seat";
      readonly id: string;
      readonly name: string;
      readonly checkId: string;
      readonly centreId: string;
    }
  | { readonly kind: "system"; readonly name: string };

/** Who a command or a view is for: staff roles, the candidate, a dummy seat, the system, or anyone (signing in). */
export type Who = Role | "candidate" | "dummy-seat" | "system" | "anyone";

/** The role in which this actor may do what is meant for these, or null. */
export function inRole(actor: Actor | null, who: readonly Who[]): Who | null {
  const held = actor?.kind === "staff" ? actor.roles.map(({ role }) => role) : actor === null ? [] : [actor.kind];
  return held.find((role) => who.includes(role)) ?? (who.includes("anyone") ? "anyone" : null);
}

/** Whether the actor holds one of these roles everywhere or at this centre. */
export const holdsAt = (actor: Actor | null, who: readonly Who[], centreId: string) =>
  actor?.kind === "staff" &&
  actor.roles.some(({ role, centreId: at }) => who.includes(role) && (at === null || at === centreId));

/** The centres where the actor holds one of these roles; "all" when held everywhere. */
export function centresOf(actor: Actor | null, who: readonly Who[]): readonly string[] | "all" {
  if (actor?.kind !== "staff") return [];
  const held = actor.roles.filter(({ role }) => who.includes(role));
  return held.some(({ centreId }) => centreId === null) ? "all" : held.flatMap(({ centreId }) => centreId ?? []);
}
