import { z } from "zod";
import { isStoppable, pause } from "../../exam/attempt/decide.ts";
import { isOnTheWay, stayStopped } from "../../exam/attempt/moving.ts";
import { evacuationWords, toBlank, wasEvacuated } from "../../exam/invigilation/evacuation.ts";
import { refused } from "../../exam/people/refusals.ts";
import { auditOf, byName, newsOf } from "../attempts/change-attempt.ts";
import { goingOn } from "../attempts/going-on.ts";
import { command, type Work } from "../door.ts";
import { decideAll, type Room, when } from "./change-room.ts";
import { lockRoom, sittingNews } from "./sitting-work.ts";

const sitting = z.uuid();
const why = "Room evacuated";

/**
 * Everybody out: every screen goes blank, also of those who have not begun or come in late, every clock stops, and the incident
 * is opened. Pressed again it stops whatever runs and changes nothing else.
 */
export const evacuate = command<{ sitting: string }, Room>({
  name: "evacuate",
  who: ["invigilator"],
  input: z.object({ sitting }),
  async run(work, input) {
    const room = await lockRoom(work, input.sitting);
    if (!room.ok) return room;
    const running = room.attempts.filter((attempt) => isStoppable(attempt, work.now));
    const written = await decideAll(work, running, (attempt) => pause(attempt, when(work), "evacuation", why));
    if (!written.ok) return written;
    const isFirst = room.sitting.evacuatedAt === null;
    if (isFirst) {
      await work.tx.sittings.setEvacuated(input.sitting, work.now);
      await work.tx.sittings.addIncident({
        id: work.ids.next(),
        sittingId: input.sitting,
        attemptId: null,
        type: "evacuation",
        startedAt: work.now,
        endedAt: null,
        narrative: evacuationWords(room.attempts),
        byName: byName(work),
        at: work.now,
      });
    }
    const { centreId } = room.sitting;
    return {
      ok: true,
      value: { changed: running.length },
      audit: [
        ...(isFirst ? [{ sittingId: input.sitting, centreId }] : []),
        ...running.map((attempt) => auditOf(attempt, { why, detail: { cause: "evacuation" } })),
      ],
      news: [...toBlank(room.attempts).map(newsOf), sittingNews(input.sitting)],
    };
  },
});

/**
 * The room is back: whoever the evacuation stopped goes on with the same question, answers and time, or when they arrive at
 * another machine if they have left theirs; everybody else stands as before. Time that was worked on a screen no message reached counts as worked.
 */
export const returnToRoom = command<{ sitting: string; narrative?: string | undefined }, Room>({
  name: "return to the room",
  who: ["invigilator"],
  input: z.object({
    sitting,
    narrative: z.string().trim().max(2_000, "Keep it under 2,000 characters.").optional(),
  }),
  async run(work, { sitting: id, narrative }) {
    const room = await lockRoom(work, id);
    if (!room.ok) return room;
    const { evacuatedAt, centreId } = room.sitting;
    if (evacuatedAt === null) return refused("not-from-here", "The room is not evacuated.");
    const out = room.attempts.filter(wasEvacuated);
    const goesOn = await goingOn(work, out);
    const written = await decideAll(work, out, (attempt) =>
      isOnTheWay(attempt) ? stayStopped(attempt, when(work)) : goesOn(attempt),
    );
    if (!written.ok) return written;
    await endEvacuation(work, id, narrative ? `\n${narrative}` : "");
    return {
      ok: true,
      value: { changed: out.filter((attempt) => !isOnTheWay(attempt)).length },
      audit: [{ sittingId: id, centreId }, ...out.map((attempt) => auditOf(attempt))],
      news: [...toBlank(room.attempts).map(newsOf), sittingNews(id)],
    };
  },
});

/** The room is out no more, and its incident has an end, with these words after what was written. */
export async function endEvacuation({ tx, now }: Work, sittingId: string, more: string) {
  await tx.sittings.setEvacuated(sittingId, null);
  await tx.sittings.endIncidents(sittingId, "evacuation", { endedAt: now, more });
}
