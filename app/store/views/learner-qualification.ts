import { z } from "zod";
import { holdsAt } from "../../exam/people/actor.ts";
import { refused } from "../../exam/people/refusals.ts";
import { type LearnerUnits, learnerUnits } from "./unit-outcomes.ts";
import { view } from "./view.ts";

type Value = LearnerUnits & {
  readonly learner: { readonly id: string; readonly name: string; readonly candidateNumber: string };
  /** Whether the actor may report grades of internal units here. */
  readonly mayRecord: boolean;
};

/** What a learner has of each unit, and the grade of the whole once nothing is missing. */
export const learnerQualification = view<{ learner: string }, Value>({
  who: ["exams-officer", "administrator"],
  input: z.object({ learner: z.uuid() }),
  async read({ db, actor }, { learner: id }) {
    const learner = await db.learner.findUnique({ where: { id } });
    if (learner === null) return refused("not-found");
    if (!holdsAt(actor, ["exams-officer", "administrator"], learner.centreId)) return refused("not-at-your-centre");
    return {
      ok: true,
      learner: { id, name: learner.name, candidateNumber: learner.candidateNumber },
      mayRecord: holdsAt(actor, ["exams-officer"], learner.centreId),
      ...(await learnerUnits(db, id)),
    };
  },
});
