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
  const reasons = [...enough(good, booked), ...notGood(machines), ...lastTrial(fullRoom)];
  return {
    verdict: worst([...reasons.map(({ verdict }) => verdict), ...machines.filter(isGood).map(verdictOf)]),
    words: `${good} of ${machines.length === 1 ? "1 computer" : `${machines.length} computers`} passed; ${bookedWords(booked)}`,
    reasons,
  };
}

const isGood = ({ state, verdict }: CheckedMachine) => state === "checked" && verdict !== "failed" && verdict !== null;
const verdictOf = ({ verdict }: CheckedMachine): Verdict => verdict ?? "failed";

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

function notGood(machines: readonly CheckedMachine[]): readonly Found[] {
  const named = (some: readonly CheckedMachine[]) => some.map(({ name }) => name).join(", ");
  const bad = machines.filter(({ state, verdict }) => state === "checked" && verdict === "failed");
  const unfinished = machines.filter(({ state }) => state !== "checked");
  return [
    ...(bad.length > 0
      ? [warned(`Failed: ${named(bad)}.`, "Repair these, or seat nobody at them; each one's reasons are below.")]
      : []),
    ...(unfinished.length > 0
      ? [warned(`Not finished: ${named(unfinished)}.`, "Open the address on these again and let the check end.")]
      : []),
  ];
}

/** Only the last trial counts: what was wrong before may have been put right. */
const lastTrial = (fullRoom: readonly Found[]): readonly Found[] => {
  const last = fullRoom.at(-1);
  return last === undefined || last.verdict === "passed"
    ? []
    : [{ ...last, words: `With the full room at once: ${last.words}` }];
};
