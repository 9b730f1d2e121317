import { z } from "zod";
import { incidentTypes } from "../../exam/invigilation/incident.ts";
import { isSameIncident, writtenAlready } from "../../exam/invigilation/sent-before.ts";
import { holdsAt } from "../../exam/people/actor.ts";
import { refused } from "../../exam/people/refusals.ts";
import { instant } from "../../exam/time/time.ts";
import { byName } from "../attempts/change-attempt.ts";
import { orderKey } from "../attempts/invigilate.ts";
import { command } from "../door.ts";
import { lockSitting, sittingNews } from "./sitting-work.ts";

/** An instant as a form sends it: milliseconds, or an ISO time; empty means none. */
const moment = z
  .union([z.number(), z.literal(""), z.null(), z.iso.datetime({ offset: true }), z.iso.datetime({ local: true })])
  .optional()
  .transform((given) =>
    given === undefined || given === null || given === ""
      ? null
      : instant(typeof given === "number" ? given : Date.parse(given)),
  );

/** What somebody saw, about the room or about one learner. Sent again under the same key, because nobody answered, it is one. */
export const writeIncident = command({
  name: "write incident",
  who: ["invigilator"],
  input: z.object({
    sitting: z.uuid(),
    attempt: z.union([z.uuid(), z.literal("").transform(() => null), z.null()]).optional(),
    type: z.enum(incidentTypes),
    startedAt: moment,
    endedAt: moment,
    narrative: z.string().trim().min(3, "Say what happened.").max(4_000, "Keep it under 4,000 characters."),
    key: orderKey,
  }),
  async run(work, input) {
    const found = await lockSitting(work, input.sitting);
    if (!found.ok) return found;
    const attempt = input.attempt ? await work.tx.attempts.lock(input.attempt) : null;
    if (input.attempt && attempt?.sittingId !== input.sitting) return refused("no-such-attempt");
    const before = input.key === undefined ? null : await work.tx.sittings.writtenAs(input.sitting, input.key);
    if (before !== null)
      return isSameIncident(before, { ...input, attemptId: input.attempt ?? null })
        ? { ok: true as const, value: { incident: before.id }, audit: [], news: [sittingNews(input.sitting)] }
        : writtenAlready(before.narrative);
    const startedAt = input.startedAt ?? work.now;
    if (startedAt > work.now) return refused("badly-formed", "An incident cannot begin in the future.");
    if (input.endedAt !== null && input.endedAt > work.now)
      return refused(
        "badly-formed",
        "An incident cannot end in the future. Leave its end empty while it goes on; you can end it in the report.",
      );
    if (input.endedAt !== null && input.endedAt < startedAt)
      return refused("badly-formed", "An incident cannot end before it began.");

    const incident = work.ids.next();
    await work.tx.sittings.addIncident({
      id: incident,
      sittingId: input.sitting,
      attemptId: input.attempt ?? null,
      type: input.type,
      startedAt,
      endedAt: input.endedAt,
      narrative: input.narrative,
      byName: byName(work),
      at: work.now,
      key: input.key ?? null,
    });
    return {
      ok: true as const,
      value: { incident },
      audit: [
        {
          sittingId: input.sitting,
          centreId: found.sitting.centreId,
          ...(input.attempt ? { attemptId: input.attempt } : {}),
          detail: { type: input.type },
        },
      ],
      news: [
        sittingNews(input.sitting),
        ...(input.attempt ? [{ about: "attempt" as const, attemptId: input.attempt, sittingId: input.sitting }] : []),
      ],
    };
  },
});

export const closeIncident = command<{ incident: string }, { incident: string }>({
  name: "close incident",
  who: ["invigilator"],
  input: z.object({ incident: z.uuid() }),
  async run({ tx, actor, now }, input) {
    const incident = await tx.sittings.incident(input.incident);
    if (incident === null) return refused("not-found");
    if (!holdsAt(actor, ["invigilator"], incident.sitting.centreId)) return refused("not-at-your-centre");
    if (incident.endedAt !== null) return { ok: true, value: input, audit: [] };
    await tx.sittings.endIncident(input.incident, now);
    return {
      ok: true,
      value: input,
      audit: [{ sittingId: incident.sittingId, centreId: incident.sitting.centreId, detail: { type: incident.type } }],
      news: [sittingNews(incident.sittingId)],
    };
  },
});
