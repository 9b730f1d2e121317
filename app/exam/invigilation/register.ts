import { type Arrival, arrival } from "../rulebook/arrival.ts";
import { ruleBookAt } from "../rulebook/rule-book.ts";
import { type Instant, minutes } from "../time/time.ts";

/** What the attendance register can say of a candidate. */
export const registers = ["expected", "present", "late", "very-late", "absent", "withdrawn", "removed"] as const;
export type Register = (typeof registers)[number];

const words: Record<Register, string> = {
  expected: "Expected",
  present: "Present",
  late: "Present, late",
  "very-late": "Present, very late",
  absent: "Absent",
  withdrawn: "Withdrawn",
  removed: "Removed from the room",
};

const isRegister = (text: string): text is Register => registers.some((register) => register === text);

export const registerWords = (register: string) => (isRegister(register) ? words[register] : register);

/** Nobody sits there and nobody is waited for. */
export const awayRegisters = ["absent", "withdrawn", "removed"] as const satisfies readonly Register[];
export const isAway = ({ register }: { readonly register: string }) => awayRegisters.some((away) => away === register);

/** They came, whenever that was. */
export const isHere = ({ register }: { readonly register: string }) =>
  register === "present" || register === "late" || register === "very-late";

const byArrival: Record<Arrival, Register> = { "on-time": "present", late: "late", "very-late": "very-late" };

/** What the register should say, from the arrival and the rules of the day; the invigilator decides. */
export function proposedRegister(
  { arrivedAt }: { readonly arrivedAt: Instant | null },
  sitting: { readonly startsAt: Instant; readonly minutes: number },
): Register {
  if (arrivedAt === null) return "expected";
  const paper = minutes(sitting.minutes);
  return byArrival[
    arrival({ scheduledStart: sitting.startsAt, arrived: arrivedAt, paper }, ruleBookAt(sitting.startsAt))
  ];
}
