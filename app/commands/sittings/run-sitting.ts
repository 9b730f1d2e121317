import { z } from "zod";
import { isOver } from "../../exam/attempt/attempt.ts";
import { toBlank } from "../../exam/invigilation/evacuation.ts";
import { announcedAlready } from "../../exam/invigilation/sent-before.ts";
import { refused } from "../../exam/people/refusals.ts";
import { byName, newsOf } from "../attempts/change-attempt.ts";
import { orderKey } from "../attempts/invigilate.ts";
import { type Audited, command, type News } from "../door.ts";
import { endEvacuation } from "./evacuation.ts";
import { lockRoom, lockSitting, notOpen, sittingNews } from "./sitting-work.ts";

const sitting = z.uuid();

export const openSitting = command<{ sitting: string }, { sitting: string }>({
  name: "open sitting",
  who: ["invigilator"],
  input: z.object({ sitting }),
  async run(work, input) {
    const found = await lockSitting(work, input.sitting);
    if (!found.ok) return found;
    if (found.sitting.phase === "ended") return refused("sitting-ended");
    if (found.sitting.phase === "open") return { ok: true, value: input, audit: [] };
    await work.tx.sittings.setPhase(input.sitting, "open", work.now);
    return {
      ok: true,
      value: input,
      audit: [{ sittingId: input.sitting, centreId: found.sitting.centreId }],
      news: [sittingNews(input.sitting)],
    };
  },
});

/** Nobody may be working; whoever never came is marked absent. A room that is out is out no more: nobody comes back to it. */
export const endSitting = command<{ sitting: string }, { sitting: string; absent: number }>({
  name: "end sitting",
  who: ["invigilator"],
  input: z.object({ sitting }),
  async run(work, input) {
    const found = await lockRoom(work, input.sitting);
    if (!found.ok) return found;
    const working = found.attempts.filter(({ phase }) => phase === "running" || phase === "paused");
    if (working.length > 0) return refused("attempts-still-running", `${working.length} still working.`);

    let absent = 0;
    for (const attempt of found.attempts.filter((one) => !isOver(one))) {
      const booking = await work.tx.bookings.get(attempt.bookingId);
      if (booking?.register !== "expected") continue;
      await work.tx.bookings.setRegister(attempt.bookingId, "absent");
      absent += 1;
    }
    await work.tx.sittings.setPhase(input.sitting, "ended", work.now);
    if (found.sitting.evacuatedAt !== null) await endEvacuation(work, input.sitting, "\nThe sitting has ended.");
    return {
      ok: true,
      value: { sitting: input.sitting, absent },
      audit: [{ sittingId: input.sitting, centreId: found.sitting.centreId, detail: { absent } }],
      news: [
        ...(found.sitting.evacuatedAt === null ? [] : toBlank(found.attempts).map(newsOf)),
        sittingNews(input.sitting),
      ],
    };
  },
});

type Announce = { readonly sitting: string; readonly text: string; readonly key?: string | undefined };

/** Words for every screen. Sent again under the same key, because nobody answered, they are told again and stored once. */
export const announce = command<Announce, { announcement: string }>({
  name: "announce",
  who: ["invigilator"],
  input: z.object({
    sitting,
    text: z.string().trim().min(1, "Write what to announce.").max(300, "Keep it under 300 characters."),
    key: orderKey,
  }),
  async run(work, { sitting: sittingId, text, key }) {
    const found = await lockSitting(work, sittingId);
    if (!found.ok) return found;
    const before = key === undefined ? null : await work.tx.sittings.announcedAs(sittingId, key);
    if (before !== null && before.text !== text) return announcedAlready(before.text);
    // Whoever stored them may not have lived to tell anybody; whoever has heard them shows them once.
    if (before !== null) return announcedNow(sittingId, before, []);
    const closed = notOpen(found.sitting);
    if (closed !== null) return closed;
    const announced = { id: work.ids.next(), text, at: work.now };
    await work.tx.sittings.addAnnouncement({ ...announced, sittingId, byName: byName(work), key: key ?? null });
    return announcedNow(sittingId, announced, [{ sittingId, centreId: found.sitting.centreId, detail: { text } }]);
  },
});

const announcedNow = (sittingId: string, announced: Announced, audit: readonly Audited[]) => ({
  ok: true as const,
  value: { announcement: announced.id },
  audit,
  news: [{ about: "announcement" as const, sittingId, announced }, sittingNews(sittingId)],
});

type Announced = Extract<News, { about: "announcement" }>["announced"];
