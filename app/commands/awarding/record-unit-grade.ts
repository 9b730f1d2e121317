import { z } from "zod";
import { type Grade, grades } from "../../exam/awarding/grade.ts";
import { holdsAt } from "../../exam/people/actor.ts";
import { refused } from "../../exam/people/refusals.ts";
import { command } from "../door.ts";

type Input = { readonly learner: string; readonly unit: number; readonly grade: Grade };

/** Units 2 to 4 are graded by the centre; the first is the external test, whose grade only awarding gives. */
const unit = z.coerce.number().int().min(2, "Unit 1 is graded by its test.").max(4, "There are four units.");

/** Writes down what the centre gave for an internally assessed unit. An earlier grade is kept beside it. */
export const recordUnitGrade = command<Input, { unit: number; grade: Grade }>({
  name: "record unit grade",
  who: ["exams-officer"],
  input: z.object({ learner: z.uuid(), unit, grade: z.enum(grades, { error: "Choose a grade." }) }),
  async run({ tx, now, actor, ids }, { learner: id, unit, grade }) {
    const learner = await tx.awarding.learner(id);
    if (learner === null) return refused("not-found");
    if (actor?.kind !== "staff" || !holdsAt(actor, ["exams-officer"], learner.centreId))
      return refused("not-at-your-centre");
    await tx.awarding.addUnitGrade({ id: ids.next(), learnerId: id, unit, grade, at: now, byName: actor.name });
    return {
      ok: true,
      value: { unit, grade },
      audit: [{ centreId: learner.centreId, detail: { learner: id, unit, grade } }],
    };
  },
});
