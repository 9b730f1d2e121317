import { z } from "zod";
import type { Who } from "../../exam/people/actor.ts";
import { ruleBookAt } from "../../exam/rulebook/rule-book.ts";
import { before, instant, minutes } from "../../exam/time/time.ts";
import { command } from "../door.ts";
import { optional } from "./input.ts";
import { ownCentre, wrongField } from "./own-centre.ts";

const who: readonly Who[] = ["exams-officer", "invigilator"];

/** On demand means also now: a sitting may be written down a little after it was to begin. */
const lateByAtMost = minutes(15);

/** Makes a sitting of a component in a room, stamped with the rules of its day. `startsAt` in milliseconds since 1970. */
export const planSitting = command({
  name: "plan sitting",
  who,
  input: z.object({
    component: z.string({ error: "Choose a test." }).min(1, "Choose a test.").max(100),
    room: z.string().trim().min(1, "Write the room.").max(60, "Keep it under 60 characters."),
    startsAt: z.coerce.number({ error: "Write the day and the time." }).int().positive("Write the day and the time."),
    centre: optional(z.uuid()),
  }),
  async run(work, input) {
    const centre = ownCentre(work, who, input.centre);
    if (!centre.ok) return centre;
    const component = await work.tx.bank.component(input.component);
    if (component === null) return wrongField("component", "Choose a test.");
    const startsAt = instant(input.startsAt);
    if (startsAt < before(work.now, lateByAtMost)) return wrongField("startsAt", "That time has passed.");

    const sitting = work.ids.next();
    const ruleSet = ruleBookAt(startsAt).id;
    await work.tx.bookings.addSitting({
      id: sitting,
      centreId: centre.centreId,
      componentId: component.id,
      room: input.room,
      startsAt,
      ruleSet,
    });
    return {
      ok: true as const,
      value: { sitting },
      audit: [{ sittingId: sitting, centreId: centre.centreId, detail: { room: input.room, startsAt, ruleSet } }],
      news: [{ about: "sitting" as const, sittingId: sitting }],
    };
  },
});
