import type { HeldRole, Role } from "./actor.ts";

/** Work done in one centre's rooms and lists; every other role is the awarding organisation's and held everywhere. */
const atOneCentre: readonly Role[] = ["invigilator", "exams-officer"];

export const needsCentre = (role: Role) => atOneCentre.includes(role);

/** What is wrong with these roles, in words, or null. */
export function faultInRoles(held: readonly HeldRole[]): string | null {
  const seen = new Set<string>();
  for (const { role, centreId } of held) {
    if (needsCentre(role) && centreId === null)
      return "Choose the centre where they are an invigilator or exams officer.";
    if (!needsCentre(role) && centreId !== null) return "Only invigilators and exams officers belong to one centre.";
    if (seen.has(`${role} ${centreId}`)) return "A role is given twice.";
    seen.add(`${role} ${centreId}`);
  }
  return null;
}
