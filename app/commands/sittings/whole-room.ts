import { z } from "zod";
import type { Attempt } from "../../exam/attempt/attempt.ts";
import { type Decision, pause, resume, start } from "../../exam/attempt/decide.ts";
import { type StopCause, stoppedFor, stopsOneLearner } from "../../exam/attempt/ledger.ts";
import { type Refused, refused } from "../../exam/people/refusals.ts";
import { admitOne } from "../attempts/admit.ts";
import { auditOf, byName, newsOf } from "../attempts/change-attempt.ts";
import { cause, why } from "../attempts/invigilate.ts";
import { type Audited, command, type Done, type Work } from "../door.ts";
import { lockRoom, sittingNews } from "./sitting-work.ts";

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

/** Blanks every running screen and stops every clock. An evacuation opens its incident by itself. */
export const pauseAll = command<{ sitting: string; cause: StopCause; why: string }, Room>({
  name: "pause all",
  who: ["invigilator"],
  input: z.object({ sitting, cause, why }),
  async run(work, input) {
    const running = (attempt: Attempt) => attempt.phase === "running";
    const stop = (attempt: Attempt) => pause(attempt, when(work), input.cause, input.why);
    const done = await changeRoom(work, input.sitting, running, stop, {
      why: input.why,
      detail: { cause: input.cause },
    });
    if (!done.ok || input.cause !== "evacuation") return done;
    await work.tx.sittings.addIncident({
      id: work.ids.next(),
      sittingId: input.sitting,
      attemptId: null,
      type: "evacuation",
      startedAt: work.now,
      endedAt: null,
      narrative: input.why,
      byName: byName(work),
      at: work.now,
    });
    return { ...done, news: [...(done.news ?? []), sittingNews(input.sitting)] };
  },
});

/** The room goes on: everybody but those on a rest break or between two machines. An open evacuation ends. */
export const resumeAll = command<{ sitting: string }, Room>({
  name: "resume all",
  who: ["invigilator"],
  input: z.object({ sitting }),
  async run(work, input) {
    const standing = ({ phase, ledger }: Attempt) => {
      const cause = stoppedFor(ledger);
      return phase === "paused" && cause !== null && !stopsOneLearner(cause);
    };
    const done = await changeRoom(work, input.sitting, standing, (attempt) => resume(attempt, when(work)));
    if (done.ok) await work.tx.sittings.endIncidents(input.sitting, "evacuation", work.now);
    return done;
  },
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
