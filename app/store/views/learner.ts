import { z } from "zod";
import { holdsAt } from "../../exam/people/actor.ts";
import { refused } from "../../exam/people/refusals.ts";
import { mayKnowWho } from "../../exam/proof/may-replay.ts";
import { type BookingLine, bookingLines, type Verdict, verdictsOn } from "./booking-lines.ts";
import { view } from "./view.ts";

export type LearnerPage = {
  readonly learner: {
    readonly id: string;
    readonly name: string;
    readonly candidateNumber: string;
    readonly centre: string;
    /** ISO day. */
    readonly dateOfBirth: string | null;
    readonly uln: string | null;
  };
  readonly bookings: readonly BookingLine[];
  readonly verdicts: readonly Verdict[];
  /** Whether the actor may book here, or only look. */
  readonly mayBook: boolean;
  /** Whether the actor may see ended tests again. */
  readonly mayReplay: boolean;
};

/** One learner with everything they were ever booked for. */
export const learnerPage = view<{ learner: string }, LearnerPage>({
  who: ["exams-officer", "administrator"],
  input: z.object({ learner: z.uuid() }),
  async read({ db, actor, now }, { learner: id }) {
    const row = await db.learner.findUnique({ where: { id }, include: { centre: true } });
    if (row === null) return refused("not-found");
    if (!holdsAt(actor, ["exams-officer", "administrator"], row.centreId)) return refused("not-at-your-centre");
    const bookings = await bookingLines(db, { learnerId: id });
    const components = await db.component.findMany({ select: { id: true, title: true }, orderBy: { title: "asc" } });
    return {
      ok: true,
      learner: {
        id,
        name: row.name,
        candidateNumber: row.candidateNumber,
        centre: `${row.centre.name} (${row.centre.number})`,
        dateOfBirth: row.dateOfBirth?.toISOString().slice(0, 10) ?? null,
        uln: row.uln,
      },
      bookings,
      verdicts: verdictsOn(components, bookings, now),
      mayReplay: mayKnowWho(actor),
      mayBook: holdsAt(actor, ["exams-officer"], row.centreId),
    };
  },
});
