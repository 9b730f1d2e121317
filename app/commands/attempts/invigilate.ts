import { z } from "zod";
import type { Attempt } from "../../exam/attempt/attempt.ts";
import { pause, sendBack, start } from "../../exam/attempt/decide.ts";
import type { StopCause } from "../../exam/attempt/ledger.ts";
import { grant } from "../../exam/attempt/more-time.ts";
import { isBetweenMachines, isOnTheWay } from "../../exam/attempt/moving.ts";
import { isAway } from "../../exam/invigilation/register.ts";
import { refused } from "../../exam/people/refusals.ts";
import { duration, minutes } from "../../exam/time/time.ts";
import { command, type Work } from "../door.ts";
import { markedAway } from "./admit.ts";
import { auditOf, byName, changeAttempt, lockAsInvigilator, newsOf } from "./change-attempt.ts";
import { closeAttempt } from "./closing.ts";
import { goingOn } from "./going-on.ts";

const attempt = z.uuid();
/** A reason somebody else will understand next year. */
export const why = z
  .string()
  .trim()
  .min(3, "Say why, in a few words.")
  .max(500, "Keep the reason under 500 characters.");
/** A clock is stopped for a move by the move and by nothing else. */
export const cause = z.enum(["pause", "rest-break", "evacuation", "technical"]);

const when = (work: Work) => ({ now: work.now, by: byName(work) });

export const sendLearnerBack = command<{ attempt: string }, { attempt: string }>({
  name: "send back",
  who: ["invigilator"],
  input: z.object({ attempt }),
  run: (work, input) => changeAttempt(work, input.attempt, sendBack),
});

/** Only at a computer: a colleague may have sent the learner to another one since the board was looked at. */
export const startAttempt = command<{ attempt: string }, { attempt: string }>({
  name: "start",
  who: ["invigilator"],
  input: z.object({ attempt }),
  run: (work, input) =>
    changeAttempt(
      work,
      input.attempt,
      async (found) => {
        const booking = await work.tx.bookings.get(found.bookingId);
        if (booking !== null && isAway(booking)) return markedAway(booking.register);
        const decision = start(found, when(work));
        return decision.ok && found.lease === null ? refused("not-from-here", startAtAComputer) : decision;
      },
      { alsoEvacuated: false },
    ),
});

const startAtAComputer = "No computer has it: start it when they have signed in at one.";

export const pauseAttempt = command<{ attempt: string; cause: StopCause; why: string }, { attempt: string }>({
  name: "pause",
  who: ["invigilator"],
  input: z.object({ attempt, cause, why }),
  run: (work, input) =>
    changeAttempt(work, input.attempt, (found) => pause(found, when(work), input.cause, input.why), {
      why: input.why,
      detail: { cause: input.cause },
    }),
});

/** Not for somebody at no computer: their clock would run, and nobody could work. */
export const resumeAttempt = command<{ attempt: string }, { attempt: string }>({
  name: "resume",
  who: ["invigilator"],
  input: z.object({ attempt }),
  run: (work, input) =>
    changeAttempt(
      work,
      input.attempt,
      async (found) => (isOnTheWay(found) ? noComputer(found) : (await goingOn(work, [found]))(found)),
      { alsoEvacuated: false },
    ),
});

const noComputer = (attempt: Attempt) =>
  refused(
    "not-from-here",
    isBetweenMachines(attempt)
      ? "No computer has it: it goes on by itself when they sign in at the new computer."
      : "No computer has it: resume it when they have signed in at the new computer.",
  );

/** A form without scripts sends no key, and then an empty field. */
export const orderKey = z.union([z.literal("").transform(() => undefined), z.string().min(8).max(64)]).optional();

type Grant = {
  readonly attempt: string;
  readonly minutes: number;
  readonly why: string;
  readonly key?: string | undefined;
  readonly seen?: number | undefined;
};

/**
 * Extra time for one learner, also while the test runs; it reaches the screen with the next message. An order sent twice gives
 * once, and one that did not know of another is refused.
 */
export const grantTime = command<Grant, { attempt: string }>({
  name: "grant time",
  who: ["invigilator"],
  input: z.object({
    attempt,
    minutes: z.coerce
      .number("Give whole minutes.")
      .int("Give whole minutes.")
      .min(1, "At least 1 minute.")
      .max(120, "At most 120 minutes at a time."),
    why,
    key: orderKey,
    seen: z.coerce.number().min(0).optional(),
  }),
  run: (work, { attempt: id, minutes: given, why: reason, key, seen }) =>
    changeAttempt(
      work,
      id,
      (found) =>
        grant(found, when(work), {
          amount: minutes(given),
          why: reason,
          key,
          seen: seen === undefined ? undefined : duration(seen),
        }),
      { why: reason, detail: { minutes: given } },
    ),
});

export const terminateAttempt = command<{ attempt: string; why: string }, { attempt: string }>({
  name: "terminate",
  who: ["invigilator"],
  input: z.object({ attempt, why }),
  async run(work, input) {
    const found = await lockAsInvigilator(work, input.attempt);
    if (!found.ok) return found;
    const closed = await closeAttempt(work, found.attempt, "terminated");
    if (!closed.ok) return closed;
    return {
      ok: true,
      value: { attempt: input.attempt },
      audit: [auditOf(found.attempt, { why: input.why, detail: { receipt: closed.receipt } })],
      news: [newsOf(found.attempt)],
    };
  },
});
