import { z } from "zod";
import { holdsAt, type Who } from "../../exam/people/actor.ts";
import { refused } from "../../exam/people/refusals.ts";
import type { Instant } from "../../exam/time/time.ts";
import { command } from "../door.ts";

export type Slip = {
  readonly booking: string;
  readonly seat: string;
  readonly name: string;
  readonly candidateNumber: string;
  readonly keycode: string;
};

export type Slips = { readonly room: string; readonly startsAt: Instant; readonly slips: readonly Slip[] };

const who: readonly Who[] = ["exams-officer", "invigilator"];
const bySeat = new Intl.Collator("en-GB", { numeric: true });

/** Opens the keycodes of a sitting for printing. It changes nothing but the log, which says who has seen them. */
export const printSlips = command<{ sitting: string }, Slips>({
  name: "print slips",
  who,
  input: z.object({ sitting: z.uuid() }),
  async run({ tx, actor, secrets }, { sitting: id }) {
    const sitting = await tx.sittings.get(id);
    if (sitting === null) return refused("not-found");
    if (!holdsAt(actor, who, sitting.centreId)) return refused("not-at-your-centre");
    const bookings = await tx.bookings.slips(id);
    const slips = bookings.map(({ id, seat, keycodeSealed, learner }) => ({
      booking: id,
      seat,
      ...learner,
      keycode: secrets.unseal(keycodeSealed),
    }));
    return {
      ok: true,
      value: {
        room: sitting.room,
        startsAt: sitting.startsAt,
        slips: slips.sort((a, b) => bySeat.compare(a.seat, b.seat)),
      },
      audit: [{ sittingId: id, centreId: sitting.centreId, detail: { slips: slips.length } }],
    };
  },
});
