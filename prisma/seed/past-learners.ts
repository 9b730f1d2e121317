import type { StopCause } from "../../app/exam/attempt/ledger.ts";
import type { GrantedArrangement } from "../../app/exam/rulebook/access-arrangements.ts";

export type PastLearner = {
  readonly name: string;
  /** About this share of the marks is what they know. */
  readonly ability: number;
  /** Time they need, against what the items are made for; much above 1 and the time runs out. */
  readonly pace: number;
  /** Minutes before (negative) or after the start; null when they never came. */
  readonly arrives: number | null;
  readonly arrangements?: readonly GrantedArrangement[];
  readonly stop?: PastStop;
};

/** The clock stood still once: `after` minutes of work, for `minutes`. */
export type PastStop = {
  readonly after: number;
  readonly minutes: number;
  readonly cause: StopCause;
  readonly why: string;
};

/** Made up, like everybody in the demonstration: names of every length, abilities that spread the marks. */
export const pastLearners: readonly PastLearner[] = [
  { name: "Aaliyah Begum", ability: 0.8, pace: 0.93, arrives: -18 },
  { name: "Alfie Thornton", ability: 0.36, pace: 0.78, arrives: -9 },
  { name: "Anjali Patel", ability: 0.62, pace: 0.95, arrives: -21 },
  { name: "Bethany Owusu-Mensah", ability: 0.58, pace: 0.9, arrives: -12 },
  { name: "Caitlin Ní Bhriain", ability: 0.7, pace: 0.86, arrives: -16 },
  { name: "Callum Reid", ability: 0.17, pace: 0.64, arrives: -7 },
  { name: "Daniel Adeyemi", ability: 0.44, pace: 0.92, arrives: -14 },
  { name: "Ellie-May Brockhurst", ability: 0.66, pace: 1.02, arrives: -11, arrangements: [{ code: "ET25" }] },
  { name: "Fatima al-Sayed", ability: 0.95, pace: 0.97, arrives: -23 },
  { name: "Finlay MacGregor", ability: 0.28, pace: 1.28, arrives: -10 },
  {
    name: "Gwen Pritchard",
    ability: 0.55,
    pace: 0.88,
    arrives: -15,
    arrangements: [{ code: "SRB" }],
    stop: { after: 38, minutes: 6, cause: "rest-break", why: "Supervised rest break, as arranged" },
  },
  { name: "Harjit Singh Dhillon", ability: 0.47, pace: 0.81, arrives: -13 },
  { name: "Imogen St John", ability: 0.86, pace: 0.84, arrives: -19 },
  { name: "Jakub Wiśniewski", ability: 0.53, pace: 1.24, arrives: -8 },
  { name: "Keira Walsh", ability: 0.2, pace: 0.72, arrives: -6 },
  { name: "Kwame Boateng", ability: 0.82, pace: 0.89, arrives: -17 },
  { name: "Leon Da Silva", ability: 0.33, pace: 0.8, arrives: 6 },
  { name: "Maisie Clarke", ability: 0.93, pace: 0.91, arrives: -20 },
  { name: "Mohammed Ali Khan", ability: 0.76, pace: 0.83, arrives: -22 },
  { name: "Nia ap Rhys", ability: 0.4, pace: 0.97, arrives: -9, arrangements: [{ code: "ET25" }] },
  {
    name: "Oluwaseun Adebayo-Cole",
    ability: 0.5,
    pace: 0.94,
    arrives: -12,
    stop: { after: 21, minutes: 3, cause: "technical", why: "The keyboard stopped working and was changed" },
  },
  { name: "Priya Raman", ability: 0.6, pace: 0.85, arrives: -16 },
  { name: "Rhys Bevan", ability: 0.17, pace: 0.58, arrives: null },
  { name: "Siobhán O’Dwyer", ability: 0.72, pace: 1.3, arrives: -11 },
  { name: "Xin Yi Chen", ability: 0.67, pace: 0.9, arrives: -24 },
];
