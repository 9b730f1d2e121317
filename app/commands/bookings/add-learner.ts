import { z } from "zod";
import { refused } from "../../exam/people/refusals.ts";
import { isoDateOf } from "../../exam/rulebook/iso-date.ts";
import { command } from "../door.ts";
import { optional } from "./input.ts";
import { ownCentre, wrongField } from "./own-centre.ts";

/** Puts a learner on the centre's list. The candidate number is theirs alone at this centre. */
export const addLearner = command({
  name: "add learner",
  who: ["exams-officer"],
  input: z.object({
    name: z.string().trim().min(1, "Write the learner's name.").max(120, "Keep it under 120 characters."),
    candidateNumber: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[A-Z0-9]{1,12}$/, "A candidate number is up to twelve letters and digits."),
    dateOfBirth: optional(z.iso.date("Write the date of birth as day, month and year.")),
    uln: optional(
      z
        .string()
        .trim()
        .regex(/^\d{10}$/, "A unique learner number has ten digits."),
    ),
    centre: optional(z.uuid()),
  }),
  async run(work, { centre: named, ...learner }) {
    const centre = ownCentre(work, ["exams-officer"], named);
    if (!centre.ok) return centre;
    if (learner.dateOfBirth !== undefined && learner.dateOfBirth >= isoDateOf(work.now))
      return wrongField("dateOfBirth", "The date of birth lies in the future.");
    await work.tx.bookings.lockCentre(centre.centreId);
    if ((await work.tx.bookings.learnerByNumber(centre.centreId, learner.candidateNumber)) !== null) {
      const words = "Another learner at this centre has that candidate number.";
      return { ...refused("candidate-number-taken"), fields: { candidateNumber: words } };
    }

    const id = work.ids.next();
    await work.tx.bookings.addLearner({
      id,
      centreId: centre.centreId,
      name: learner.name,
      candidateNumber: learner.candidateNumber,
      dateOfBirth: learner.dateOfBirth ?? null,
      uln: learner.uln ?? null,
    });
    return {
      ok: true as const,
      value: { learner: id },
      audit: [{ centreId: centre.centreId, detail: { learner: id, candidateNumber: learner.candidateNumber } }],
    };
  },
});
