import { z } from "zod";
import type { Phase } from "../../exam/attempt/attempt.ts";
import { allowances, type Ledger, type Line } from "../../exam/attempt/ledger.ts";
import { givenBack, lostStretches, proposal, type Stretch } from "../../exam/invigilation/lost-time.ts";
import { holdsAt, type Who } from "../../exam/people/actor.ts";
import { refused } from "../../exam/people/refusals.ts";
import { ruleBookAt } from "../../exam/rulebook/rule-book.ts";
import type { LostTimePolicy } from "../../exam/rulebook/settings.ts";
import { type Duration, type Instant, instant } from "../../exam/time/time.ts";
import type { PrismaClient } from "../generated/client.ts";
import { lostFactsOf } from "../lost-facts.ts";
import { view } from "./view.ts";

export type GivenLine = {
  readonly source: "granted" | "lost-time";
  readonly amount: Duration;
  readonly at: Instant;
  readonly by: string;
  readonly why: string;
};

/** One learner who lost time, with what it comes to by the rule. */
export type LostLine = {
  readonly attempt: string;
  readonly seat: string;
  readonly name: string;
  readonly candidateNumber: string;
  readonly phase: Phase;
  readonly stretches: readonly Stretch[];
  /** All stretches together, also those that are too short to be made up. */
  readonly lost: Duration;
  readonly proposed: Duration;
  readonly madeUp: Duration;
  /** All time that was given after the start, by hand or for lost time. */
  readonly given: readonly GivenLine[];
};

const watchers: readonly Who[] = ["invigilator", "exams-officer", "administrator"];

export type LostList = {
  readonly lines: readonly LostLine[];
  readonly policy: LostTimePolicy;
  readonly rules: string;
};

/** Everybody in the room who lost time, and what making it up would come to now. */
export const lostTime = view<{ sitting: string }, LostList>({
  who: watchers,
  input: z.object({ sitting: z.uuid() }),
  async read({ db, actor, now }, { sitting }) {
    const row = await db.sitting.findUnique({ where: { id: sitting } });
    if (row === null) return refused("not-found");
    if (!holdsAt(actor, watchers, row.centreId)) return refused("not-at-your-centre");
    const rules = ruleBookAt(instant(row.startsAt.getTime()));
    const lines = await lostLines(db, sitting, { now, policy: rules.lostTime });
    return { ok: true, lines, policy: rules.lostTime, rules: rules.id };
  },
});

export async function lostLines(
  db: PrismaClient,
  sittingId: string,
  { now, policy }: { readonly now: Instant; readonly policy: LostTimePolicy },
): Promise<readonly LostLine[]> {
  const rows = await db.attempt.findMany({
    where: { sittingId, startedAt: { not: null }, booking: { cancelledAt: null } },
    include: { booking: { include: { learner: true } }, ledger: { orderBy: { position: "asc" } } },
  });
  const attempts = rows.map((row) => ({ ...row, ledger: row.ledger.map(({ line }) => line as unknown as Line) }));
  const facts = await lostFactsOf(db, attempts);
  return attempts
    .flatMap(({ id, ledger, phase, booking }): LostLine[] => {
      const found = facts.get(id);
      const stretches = found === undefined ? [] : lostStretches(found, now);
      if (stretches.length === 0) return [];
      return [
        {
          attempt: id,
          seat: booking.seat,
          name: booking.learner.name,
          candidateNumber: booking.learner.candidateNumber,
          phase: phase as Phase,
          stretches,
          lost: stretches.reduce((total, { lost }) => total + lost, 0) as Duration,
          proposed: proposal(stretches, ledger, policy).amount,
          madeUp: givenBack(ledger),
          given: givenAfterStart(ledger),
        },
      ];
    })
    .sort((a, b) => a.seat.localeCompare(b.seat, "en", { numeric: true }));
}

const givenAfterStart = (ledger: Ledger): readonly GivenLine[] =>
  allowances(ledger).flatMap(({ source, amount, at, by, why }) =>
    source === "granted" || source === "lost-time" ? [{ source, amount, at, by, why }] : [],
  );
