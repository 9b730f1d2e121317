import { z } from "zod";
import { beginning } from "../../exam/attempt/journal.ts";
import type { Line } from "../../exam/attempt/ledger.ts";
import { chooseForm } from "../../exam/entry/choose-form.ts";
import { keycodeFrom } from "../../exam/entry/keycode.ts";
import { mayEnter } from "../../exam/entry/may-enter.ts";
import { areNeighbours } from "../../exam/entry/seat.ts";
import { holdsAt } from "../../exam/people/actor.ts";
import { type Refused, refused } from "../../exam/people/refusals.ts";
import type { GrantedArrangement } from "../../exam/rulebook/access-arrangements.ts";
import { allowance, arrangementOf, checkArrangements } from "../../exam/rulebook/allowance.ts";
import { grantedArrangement } from "../../exam/rulebook/granted-arrangement-shape.ts";
import { type RuleSet, ruleBookAt } from "../../exam/rulebook/rule-book.ts";
import { type Duration, less, minutes } from "../../exam/time/time.ts";
import { newKeycodeBytes, sha256 } from "../../platform/secrets.ts";
import { byName } from "../attempts/change-attempt.ts";
import { command, type Work } from "../door.ts";
import { seat } from "./input.ts";

type Booked = {
  readonly booking: string;
  readonly attempt: string;
  readonly attemptNumber: number;
  readonly seat: string;
  /** There were too few forms to give every neighbour another one. */
  readonly sameAsNeighbour: boolean;
};

/**
 * Gives a learner a seat at a sitting: an attempt with a form they have not seen, time by their arrangements, and a
 * keycode. The rules are those of the sitting's day.
 */
export const book = command<
  { learner: string; sitting: string; seat: string; arrangements: readonly GrantedArrangement[] },
  Booked
>({
  name: "book",
  who: ["exams-officer"],
  input: z.object({
    learner: z.uuid("Choose a learner."),
    sitting: z.uuid("Choose a sitting."),
    seat,
    arrangements: z.array(grantedArrangement).max(22).default([]),
  }),
  async run(work, { learner: learnerId, sitting: sittingId, seat, arrangements }) {
    const { tx, now, actor, ids, secrets } = work;
    const learner = await tx.bookings.lockLearner(learnerId);
    const sitting = learner && (await tx.sittings.lock(sittingId));
    if (learner === null || sitting === null) return refused("not-found");
    if (!holdsAt(actor, ["exams-officer"], sitting.centreId)) return refused("not-at-your-centre");
    if (learner.centreId !== sitting.centreId)
      return refused("not-at-your-centre", "The learner and the sitting belong to different centres.");
    if (sitting.phase === "ended") return refused("sitting-ended");

    const rules = ruleBookAt(sitting.startsAt);
    const past = await tx.bookings.history(learner.id, sitting.componentId);
    const entry = mayEnter(
      past.map((one) => one.entry),
      rules,
    );
    if (!entry.ok) return refused(entry.refusal, entry.why);
    const wrong = cannotBeGiven(arrangements, rules);
    if (wrong !== null) return refused("arrangement-not-possible", wrong);

    const seats = await tx.bookings.seats(sitting.id);
    if (seats.some((taken) => taken.seat === seat)) return seatTaken(seat);
    const chosen = chooseForm({
      available: await tx.bank.formsInUse(sitting.componentId),
      seen: past.filter(({ seen }) => seen).map(({ formCode }) => formCode),
      neighbours: seats.filter((taken) => areNeighbours(taken.seat, seat)).map(({ formId }) => formId),
    });
    if (!chosen.ok) return refused(chosen.refusal, chosen.why);

    const [booking, attempt] = [ids.next(), ids.next()];
    const keycode = keycodeFrom(newKeycodeBytes());
    await tx.bookings.add({
      id: booking,
      learnerId: learner.id,
      componentId: sitting.componentId,
      sittingId: sitting.id,
      formId: chosen.form,
      attemptNumber: entry.attemptNumber,
      seat,
      arrangements,
      keycodeHash: secrets.keycodeHash(keycode),
      keycodeSealed: secrets.seal(keycode),
      bookedAt: now,
      bookedById: actor?.kind === "staff" ? actor.id : null,
    });
    const head = beginning(attempt, sha256);
    const lines = timeLines(work, minutes(sitting.minutes), arrangements, rules);
    await tx.attempts.add({ id: attempt, bookingId: booking, sittingId: sitting.id, formId: chosen.form, head }, lines);

    const { attemptNumber } = entry;
    const { sameAsNeighbour } = chosen;
    const codes = arrangements.map(({ code }) => code);
    return {
      ok: true,
      value: { booking, attempt, attemptNumber, seat, sameAsNeighbour },
      audit: [
        {
          attemptId: attempt,
          sittingId: sitting.id,
          centreId: sitting.centreId,
          detail: { learner: learner.id, attemptNumber, seat, form: chosen.form, arrangements: codes, sameAsNeighbour },
        },
      ],
      news: [{ about: "attempt", attemptId: attempt, sittingId: sitting.id }],
    };
  },
});

export const seatTaken = (seat: string): Refused => ({
  ...refused("seat-taken"),
  fields: { seat: `Seat ${seat} is already taken in this sitting.` },
});

/** Why the arrangements cannot be given, or null. A modified paper is a form of its own, and there is none yet. */
function cannotBeGiven(granted: readonly GrantedArrangement[], rules: RuleSet): string | null {
  const wrong = checkArrangements(granted, rules);
  if (wrong.length > 0) return wrong.join(" ");
  const modified = granted.find(({ code }) => arrangementOf(code, rules)?.needs.includes("modified-form"));
  return modified ? "A modified paper has to be ordered first: this test has no modified form." : null;
}

/** The paper's time, and what the arrangements add to it, each as a line of its own. */
function timeLines(
  work: Work,
  paper: Duration,
  granted: readonly GrantedArrangement[],
  rules: RuleSet,
): readonly Line[] {
  const { now: at } = work;
  const by = byName(work);
  const extra = less(allowance(paper, granted, rules), paper);
  const base: Line = { kind: "allowance", source: "paper", amount: paper, at, by, why: "The paper's time" };
  if (extra === 0) return [base];
  const named = granted.flatMap(({ code }) => arrangementOf(code, rules) ?? []);
  const why = named.filter(({ extraTime }) => extraTime.kind !== "none").map(({ name }) => name);
  return [base, { kind: "allowance", source: "access-arrangement", amount: extra, at, by, why: why.join(", ") }];
}
