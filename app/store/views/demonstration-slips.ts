import { z } from "zod";
import type { Phase } from "../../exam/attempt/attempt.ts";
import { refused } from "../../exam/people/refusals.ts";
import { type Instant, instant } from "../../exam/time/time.ts";
import { type DemonstrationPerson, demonstrationPeople } from "../../platform/demonstration.ts";
import { view } from "./view.ts";

export type DemonstrationSlip = {
  readonly name: string;
  readonly candidateNumber: string;
  readonly keycode: string;
  readonly room: string;
  readonly seat: string;
  readonly startsAt: Instant;
  readonly phase: Phase;
};

export type Demonstrated = {
  readonly people: readonly DemonstrationPerson[];
  readonly slips: readonly DemonstrationSlip[];
};

const most = 60;

/** Everybody's secrets, for anybody to see: where everybody is made up, and nowhere else. */
export const demonstrationSlips = (demonstration: boolean) =>
  view<Record<string, never>, Demonstrated>({
    who: ["anyone"],
    input: z.object({}),
    async read({ db, secrets }) {
      if (!demonstration) return refused("not-found");
      const rows = await db.booking.findMany({
        where: { cancelledAt: null, sitting: { phase: { not: "ended" } } },
        include: { learner: true, sitting: true, attempt: true },
        orderBy: [{ sitting: { startsAt: "asc" } }, { learner: { candidateNumber: "asc" } }],
        take: most,
      });
      return {
        ok: true,
        people: demonstrationPeople,
        slips: rows.map(({ learner, sitting, attempt, seat, keycodeSealed }) => ({
          name: learner.name,
          candidateNumber: learner.candidateNumber,
          keycode: secrets.unseal(keycodeSealed),
          room: sitting.room,
          seat,
          startsAt: instant(sitting.startsAt.getTime()),
          phase: (attempt?.phase ?? "booked") as Phase,
        })),
      };
    },
  });
