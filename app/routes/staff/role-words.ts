import type { Role } from "../../exam/people/actor.ts";

export const roleWords: Readonly<Record<Role, string>> = {
  invigilator: "Invigilator",
  "exams-officer": "Exams officer",
  examiner: "Examiner",
  "senior-examiner": "Senior examiner",
  awarder: "Awarder",
  "item-writer": "Item writer",
  administrator: "Administrator",
};

export const inOneLine = (roles: readonly Role[]) => roles.map((role) => roleWords[role]).join(", ");
