import type { Role } from "../exam/people/actor.ts";

export type DemonstrationPerson = {
  readonly name: string;
  readonly roles: readonly Role[];
  /** The number of the centre where the roles that belong to a centre are held. */
  readonly centre: string;
  readonly email: string;
  readonly password: string;
  /** What a newcomer tries with this account. */
  readonly does: string;
};

/** Known to everybody who reads this: these accounts exist only in the demonstration, which answers this computer alone. */
const password = "examhall-demonstration";

/** Made up: the first has a sitting about to begin, the second one behind it. */
export const demonstrationCentres = {
  riverside: { number: "50123", name: "Riverside College" },
  hillcrest: { number: "50456", name: "Hillcrest Skills Centre" },
} as const;

const riverside = demonstrationCentres.riverside.number;
const hillcrest = demonstrationCentres.hillcrest.number;

/** Staff of the demonstration. */
export const demonstrationPeople: readonly DemonstrationPerson[] = [
  {
    name: "Ines Invigilator",
    roles: ["invigilator"],
    centre: riverside,
    email: "ines@examhall.example",
    password,
    does: "runs the room: opens the sitting, admits, starts, pauses, gives extra time",
  },
  {
    name: "Idris Invigilator",
    roles: ["invigilator"],
    centre: riverside,
    email: "idris@examhall.example",
    password,
    does: "watches the same room on a second machine",
  },
  {
    name: "Olu Officer",
    roles: ["exams-officer"],
    centre: riverside,
    email: "olu@examhall.example",
    password,
    does: "enters and books learners, prints slips, sees released results",
  },
  {
    name: "Harriet Hillcrest",
    roles: ["exams-officer", "invigilator"],
    centre: hillcrest,
    email: "harriet@examhall.example",
    password,
    does: "runs another centre, where a sitting is over: its report, and its results when they are released",
  },
  {
    name: "Erin Examiner",
    roles: ["examiner"],
    centre: riverside,
    email: "erin@examhall.example",
    password,
    does: "marks open responses, one question at a time, by keyboard",
  },
  {
    name: "Emeka Examiner",
    roles: ["examiner"],
    centre: riverside,
    email: "emeka@examhall.example",
    password,
    does: "teaches at the demonstration centre, so may not mark its learners",
  },
  {
    name: "Sunita Senior",
    roles: ["senior-examiner", "examiner"],
    centre: riverside,
    email: "sunita@examhall.example",
    password,
    does: "decides what examiners were not sure about",
  },
  {
    name: "Ada Awarder",
    roles: ["awarder"],
    centre: riverside,
    email: "ada@examhall.example",
    password,
    does: "sets grade boundaries and releases results",
  },
  {
    name: "Wen Writer",
    roles: ["item-writer"],
    centre: riverside,
    email: "wen@examhall.example",
    password,
    does: "writes and reviews items of the question bank, and puts forms together",
  },
  {
    name: "Rowan Reviewer",
    roles: ["item-writer"],
    centre: riverside,
    email: "rowan@examhall.example",
    password,
    does: "writes and reviews items too: nobody reviews what they wrote",
  },
  {
    name: "Alex Administrator",
    roles: ["administrator"],
    centre: riverside,
    email: "alex@examhall.example",
    password,
    does: "looks after accounts and reads the audit log",
  },
];
