import { z } from "zod";
import type { Attempt } from "../../exam/attempt/attempt.ts";
import { type Decision, pause, resume, start } from "../../exam/attempt/decide.ts";
import type { StopCause } from "../../exam/attempt/ledger.ts";
import { type Refused, refused } from "../../exam/people/refusals.ts";
import { admitOne } from "../attempts/admit.ts";
import { auditOf, byName, newsOf } from "../attempts/change-attempt.ts";
import { cause, why } from "../attempts/invigilate.ts";
import { type Audited, command, type Done, type Work } from "../door.ts";
import { lockRoom } from "./sitting-work.ts";

type Room = { readonly changed: number };
const sitting = z.uuid();

/** The same decision for every attempt it is legal for, in one transaction: all of the room changes, or nobody does. */
async function changeRoom(
  work: Work,
  sittingId: string,
  which: (attempt: Attempt) => boolean,
  decide: (attempt: Attempt) => Decision,
  audited: Pick<Audited, "why" | "detail"> = {},
): Promise<Done<Room> | Refused> {
  const room = await lockRoom(work, sittingId);
  if (!room.ok) return room;
  const chosen = room.attempts.filter(which);
  for (const attempt of chosen) {
    const decision = decide(attempt);
    if (!decision.ok) return decision;
    await work.tx.attempts.write(decision.attempt, decision.lines);
  }
  return {
    ok: true,
    value: { changed: chosen.length },
    audit: chosen.map((attempt) => auditOf(attempt, audited)),
    news: chosen.map(newsOf),
  };
}

const when = (work: Work) => ({ now: work.now, by: byName(work) });

/** Starts everybody who is ready; the others are started one by one when they are. */
export const startAll = command<{ sitting: string }, Room>({
  name: "start all",
  who: ["invigilator"],
  input: z.object({ sitting }),
  async run(work, input) {
    const done = await changeRoom(
      work,
      input.sitting,
      ({ phase }) => phase === "ready",
      (attempt) => start(attempt, when(work)),
    );
    return done.ok && done.value.changed === 0 ? refused("not-from-here", "Nobody is ready to start yet.") : done;
  },
});

/** Blanks every running screen and stops every clock. */
export const pauseAll = command<{ sitting: string; cause: StopCause; why: string }, Room>({
  name: "pause all",
  who: ["invigilator"],
  input: z.object({ sitting, cause, why }),
  run: (work, input) =>
    changeRoom(
      work,
      input.sitting,
      ({ phase }) => phase === "running",
      (attempt) => pause(attempt, when(work), input.cause, input.why),
      {
        why: input.why,
        detail: { cause: input.cause },
      },
    ),
});

export const resumeAll = command<{ sitting: string }, Room>({
  name: "resume all",
  who: ["invigilator"],
  input: z.object({ sitting }),
  run: (work, input) =>
    changeRoom(
      work,
      input.sitting,
      ({ phase }) => phase === "paused",
      (attempt) => resume(attempt, when(work)),
    ),
});

/** Admits everybody who has signed in at their seat. */
export const admitAll = command<{ sitting: string }, Room>({
  name: "admit all",
  who: ["invigilator"],
  input: z.object({ sitting }),
  async run(work, input) {
    const room = await lockRoom(work, input.sitting);
    if (!room.ok) return room;
    const here = room.attempts.filter(({ phase, lease }) => phase === "booked" && lease !== null);
    for (const attempt of here) await admitOne(work, attempt);
    return {
      ok: true,
      value: { changed: here.length },
      audit: here.map((attempt) => auditOf(attempt)),
      news: here.map(newsOf),
    };
  },
});
