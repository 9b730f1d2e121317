import { type Found, failed, type Verdict, warned, worst } from "./verdict.ts";

/** A computer as the room is judged by it. gone: closed in the middle. */
export type CheckedMachine = {
  readonly name: string;
  readonly state: "checking" | "gone" | "checked";
  readonly verdict: Verdict | null;
};

export type RoomVerdict = {
  readonly verdict: Verdict;
  /** One sentence: how many passed, for how many learners. */
  readonly words: string;
  readonly reasons: readonly Found[];
};

type Room = {
  readonly machines: readonly CheckedMachine[];
  /** Learners of the next sitting in the room. */
  readonly booked: number;
  /** What each trial with a full room found, oldest first. */
  readonly fullRoom: readonly Found[];
};

/** Whether the room can hold its next sitting: as many working computers as learners, and nothing else amiss. */
export function roomVerdict({ machines, booked, fullRoom }: Room): RoomVerdict {
  const good = machines.filter(isGood).length;
  const reasons = [...enough(good, booked), ...wanting(machines), ...lastTrial(fullRoom)];
  return {
    verdict: worst(reasons.map(({ verdict }) => verdict)),
    words: `${good} of ${machines.length === 1 ? "1 computer" : `${machines.length} computers`} passed; ${bookedWords(booked)}`,
    reasons,
  };
}

const isGood = ({ state, verdict }: CheckedMachine) => state === "checked" && verdict !== "failed" && verdict !== null;

export const bookedWords = (booked: number) =>
  booked === 0 ? "nobody is booked yet" : booked === 1 ? "1 learner is booked" : `${booked} learners are booked`;

function enough(good: number, booked: number): readonly Found[] {
  if (good === 0) return [failed("No computer has passed.", "Check the computers of the room before the sitting.")];
  if (good < booked)
    return [
      failed(
        `${booked - good} ${booked - good === 1 ? "learner has" : "learners have"} no computer that passed.`,
        "Check more computers, or repair those that failed.",
      ),
    ];
  return [];
}

/** The computers that want something done, by name, the worst first. */
function wanting(machines: readonly CheckedMachine[]): readonly Found[] {
  const named = (words: string, advice: string, is: (machine: CheckedMachine) => boolean) => {
    const names = machines.filter(is).map(({ name }) => name);
    return names.length === 0 ? [] : [warned(`${words}: ${names.join(", ")}.`, advice)];
  };
  return [
    ...named("Failed", "Repair these, or seat nobody at them; each one's reasons are below.", isChecked("failed")),
    ...named(
      "Not finished",
      "Open the address on these again and let the check end.",
      ({ state }) => state !== "checked",
    ),
    ...named("With notes", "A test can be held on these; what to put right is below.", isChecked("warned")),
  ];
}

const isChecked = (wanted: Verdict) => (machine: CheckedMachine) =>
  machine.state === "checked" && machine.verdict === wanted;

/** Only the last trial counts: what was wrong before may have been put right. */
const lastTrial = (fullRoom: readonly Found[]): readonly Found[] => {
  const last = fullRoom.at(-1);
  return last === undefined || last.verdict === "passed"
    ? []
    : [{ ...last, words: `With the full room at once: ${last.words}` }];
};
