import type { Role } from "../../exam/people/actor.ts";

export type Place = { readonly href: string; readonly label: string; readonly who: readonly Role[] | "all" };

/** Where staff can go, and who is shown the way. What they may do there is decided by commands and views. */
const places: readonly Place[] = [
  { href: "/sittings", label: "Sittings", who: ["invigilator", "exams-officer", "administrator"] },
  { href: "/entries", label: "Entries", who: ["exams-officer"] },
  { href: "/results", label: "Results", who: ["exams-officer", "administrator"] },
  { href: "/marking", label: "Marking", who: ["examiner", "senior-examiner"] },
  { href: "/marking/senior", label: "Senior marking", who: ["senior-examiner"] },
  { href: "/awarding", label: "Awarding", who: ["awarder"] },
  { href: "/bank", label: "Question bank", who: ["item-writer", "senior-examiner", "awarder", "administrator"] },
  { href: "/qualifications", label: "Qualifications", who: "all" },
  { href: "/set-aside", label: "Set aside", who: ["administrator", "awarder", "senior-examiner"] },
  { href: "/replay", label: "Replay", who: ["administrator", "awarder", "senior-examiner"] },
  { href: "/staff", label: "Staff", who: ["administrator"] },
  { href: "/audit", label: "Audit", who: ["administrator", "exams-officer"] },
];

export const placesFor = (roles: readonly Role[]): readonly Place[] =>
  places.filter(({ who }) => who === "all" || who.some((role) => roles.includes(role)));

/** The place that this address belongs to: the longest one it begins with. */
export const placeOf = (pathname: string, among: readonly Place[]): Place | undefined =>
  among
    .filter(({ href }) => pathname === href || pathname.startsWith(`${href}/`))
    .toSorted((a, b) => b.href.length - a.href.length)[0];
