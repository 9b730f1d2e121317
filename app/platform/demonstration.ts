import type { Role } from "../exam/people/actor.ts";

export type DemonstrationPerson = {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly email: string;
  readonly password: string;
  /** What a newcomer tries with this account. */
  readonly does: string;
};

/** Known to everybody who reads this: these accounts exist only in the demonstration, which answers this computer alone. */
const password = "examhall-demonstration";

/** Staff of the demonstration; the first centre is theirs where a role belongs to a centre. */
export const demonstrationPeople: readonly DemonstrationPerson[] = [
  {
    name: "Ines Invigilator",
    roles: ["invigilator"],
    email: "ines@examhall.example",
    password,
    does: "runs the room: opens the sitting, admits, starts, pauses, gives extra time",
  },
  {
    name: "Idris Invigilator",
    roles: ["invigilator"],
    email: "idris@examhall.example",
    password,
    does: "watches the same room on a second machine",
  },
  {
    name: "Olu Officer",
    roles: ["exams-officer"],
    email: "olu@examhall.example",
    password,
    does: "enters and books learners, prints slips, sees released results",
  },
  {
    name: "Erin Examiner",
    roles: ["examiner"],
    email: "erin@examhall.example",
    password,
    does: "marks open responses, one question at a time, by keyboard",
  },
  {
    name: "Emeka Examiner",
    roles: ["examiner"],
    email: "emeka@examhall.example",
    password,
    does: "teaches at the demonstration centre, so may not mark its learners",
  },
  {
    name: "Sunita Senior",
    roles: ["senior-examiner", "examiner"],
    email: "sunita@examhall.example",
    password,
    does: "decides what examiners were not sure about",
  },
  {
    name: "Ada Awarder",
    roles: ["awarder"],
    email: "ada@examhall.example",
    password,
    does: "sets grade boundaries and releases results",
  },
  {
    name: "Wen Writer",
    roles: ["item-writer"],
    email: "wen@examhall.example",
    password,
    does: "looks at the question bank with its mark schemes",
  },
  {
    name: "Alex Administrator",
    roles: ["administrator"],
    email: "alex@examhall.example",
    password,
    does: "looks after accounts and reads the audit log",
  },
];
