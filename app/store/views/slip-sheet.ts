import { z } from "zod";
import { holdsAt, type Who } from "../../exam/people/actor.ts";
import { refused } from "../../exam/people/refusals.ts";
import { type Instant, instant } from "../../exam/time/time.ts";
import { view } from "./view.ts";

export type SlipSheet = {
  readonly title: string;
  readonly centre: string;
  readonly room: string;
  readonly startsAt: Instant;
  readonly slips: number;
};

const who: readonly Who[] = ["exams-officer", "invigilator"];

/** What a sitting's slips are for; the keycodes themselves are opened by a command, which writes down who looked. */
export const slipSheet = view<{ sitting: string }, { sheet: SlipSheet }>({
  who,
  input: z.object({ sitting: z.uuid() }),
  async read({ db, actor }, { sitting: id }) {
    const row = await db.sitting.findUnique({
      where: { id },
      include: { centre: true, component: true, _count: { select: { bookings: { where: { cancelledAt: null } } } } },
    });
    if (row === null) return refused("not-found");
    if (!holdsAt(actor, who, row.centreId)) return refused("not-at-your-centre");
    return {
      ok: true,
      sheet: {
        title: row.component.title,
        centre: `${row.centre.name} (${row.centre.number})`,
        room: row.room,
        startsAt: instant(row.startsAt.getTime()),
        slips: row._count.bookings,
      },
    };
  },
});
