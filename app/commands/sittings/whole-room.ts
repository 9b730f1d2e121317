import { z } from "zod";
import { isStoppable, start } from "../../exam/attempt/decide.ts";
import { type StopCause, stoppedFor, stopsOneLearner } from "../../exam/attempt/ledger.ts";
import { isBetweenMachines, isOnTheWay, pauseWithRoom, stayStopped } from "../../exam/attempt/moving.ts";
import { refused } from "../../exam/people/refusals.ts";
import { admitOne } from "../attempts/admit.ts";
import { auditOf, newsOf } from "../attempts/change-attempt.ts";
import { goingOn } from "../attempts/going-on.ts";
import { cause, why } from "../attempts/invigilate.ts";
import { command } from "../door.ts";
import { changeRoom, notAway, type Room, when } from "./change-room.ts";
import { lockRoom } from "./sitting-work.ts";

const sitting = z.uuid();

/** Starts everybody who is ready, at a computer and not marked away; the others are started one by one when they are. */
export const startAll = command<{ sitting: string }, Room>({
  name: "start all",
  who: ["invigilator"],
  input: z.object({ sitting }),
  async run(work, input) {
    const done = await changeRoom(work, input.sitting, {
      which: ({ phase, lease }) => phase === "ready" && lease !== null,
      alsoAway: false,
      decide: () => (attempt) => start(attempt, when(work)),
      alsoEvacuated: false,
    });
    return done.ok && done.value.changed === 0 ? refused("not-from-here", "Nobody is ready to start yet.") : done;
  },
});

/**
 * Stops every running clock and hides the questions. Whoever is between two machines stays stopped when they arrive. For an
 * evacuation there is `evacuate`.
 */
export const pauseAll = command<{ sitting: string; cause: StopCause; why: string }, Room>({
  name: "pause all",
  who: ["invigilator"],
  input: z.object({ sitting, cause: cause.exclude(["evacuation"]), why }),
  run: (work, input) =>
    changeRoom(work, input.sitting, {
      which: (attempt) => isStoppable(attempt, work.now) || isBetweenMachines(attempt),
      decide: () => (attempt) => pauseWithRoom(attempt, when(work), input.cause, input.why),
      audited: { why: input.why, detail: { cause: input.cause } },
    }),
});

/** The room goes on: everybody but those on a rest break or at no machine, who go on when they arrive. */
export const resumeAll = command<{ sitting: string }, Room>({
  name: "resume all",
  who: ["invigilator"],
  input: z.object({ sitting }),
  run: (work, input) =>
    changeRoom(work, input.sitting, {
      which: ({ phase, ledger }) => {
        const stopped = stoppedFor(ledger);
        return phase === "paused" && stopped !== null && !stopsOneLearner(stopped);
      },
      async decide(chosen) {
        const goesOn = await goingOn(work, chosen);
        return (attempt) => (isOnTheWay(attempt) ? stayStopped(attempt, when(work)) : goesOn(attempt));
      },
      counts: (attempt) => !isOnTheWay(attempt),
      alsoEvacuated: false,
    }),
});

/** Admits everybody who has signed in at their seat and is not marked away. */
export const admitAll = command<{ sitting: string }, Room>({
  name: "admit all",
  who: ["invigilator"],
  input: z.object({ sitting }),
  async run(work, input) {
    const room = await lockRoom(work, input.sitting);
    if (!room.ok) return room;
    const here = (await notAway(work, input.sitting, room.attempts)).filter(
      ({ phase, lease }) => phase === "booked" && lease !== null,
    );
    for (const attempt of here) await admitOne(work, attempt);
    return {
      ok: true,
      value: { changed: here.length },
      audit: here.map((attempt) => auditOf(attempt)),
      news: here.map(newsOf),
    };
  },
});
