import type { Hindrance, Unable } from "../attempt/entry.ts";
import { allowances, type Ledger, type MadeUp, runs } from "../attempt/ledger.ts";
import type { LostTimePolicy } from "../rulebook/settings.ts";
import { common, lengthOf, type Span, without } from "../time/spans.ts";
import { between, type Duration, duration, earlier, type Instant, less, none, seconds, sum } from "../time/time.ts";

/** What a browser wrote down about itself, with when it came. */
export type Report = Unable & { readonly lease: string; readonly seq: number; readonly receivedAt: Instant };

/** One machine's turn at an attempt. */
export type Turn = {
  readonly lease: string;
  /** When anything the learner did there first arrived; null as long as nothing has. */
  readonly firstDeedAt: Instant | null;
  /** When the invigilator moved the attempt away; null while it is here. */
  readonly endedAt: Instant | null;
  /** The machine's last sign of life before that. */
  readonly heardAt: Instant | null;
};

export type LostFacts = {
  readonly ledger: Ledger;
  /** Counted ones only, in the order they came. */
  readonly reports: readonly Report[];
  /** In the order in which they began. */
  readonly turns: readonly Turn[];
};

export type LostKind = Hindrance | "moved";

/** A stretch in which the clock ran and the learner could not work. */
export type Stretch = Span & {
  /** The same for as long as there are records: what is made up is never made up again. */
  readonly id: string;
  readonly kind: LostKind;
  /** How much of it ran on the learner's clock and belongs to no other stretch. */
  readonly lost: Duration;
  /** The server's time vouches for it, not only the clock of the computer itself. */
  readonly sure: boolean;
  readonly madeUp: boolean;
};

/** A machine that works is heard far more often: before a move, a longer silence is a machine that had died. */
const alive = seconds(15);

/**
 * All the time this learner lost, the earliest first. A machine without a network is no loss: its learner works on, and it
 * reports nothing. Time in which the clock stood is no loss either, and no moment is counted twice.
 */
export function lostStretches({ ledger, reports, turns }: LostFacts, now: Instant): readonly Stretch[] {
  const ran = runs(ledger, now);
  const given = madeUp(ledger);
  const found = [...reports.map(reported), ...moves(turns)].toSorted((a, b) => a.from - b.from || a.to - b.to);
  let taken: readonly Span[] = given;
  return found.flatMap((one): Stretch[] => {
    const before = given.find(({ id }) => id === one.id);
    if (before !== undefined) return [{ ...one, lost: before.lost, madeUp: true }];
    const parts = without(common([one], ran), taken);
    const lost = lengthOf(parts);
    if (lost === 0) return [];
    taken = [...taken, ...parts];
    return [{ ...one, lost, madeUp: false }];
  });
}

/** What lines of the ledger have made up so far. */
export const madeUp = (ledger: Ledger): readonly MadeUp[] =>
  allowances(ledger).flatMap(({ lost }) => lost?.stretches ?? []);

type Found = Omit<Stretch, "lost" | "madeUp">;

/** A browser cannot have seen what was still to come when its message arrived. */
const reported = ({ lease, seq, cause, from, to, sure, receivedAt }: Report): Found => ({
  id: `${lease}:${seq}`,
  kind: cause,
  from: earlier(from, receivedAt),
  to: earlier(to, receivedAt),
  sure,
});

/**
 * From the old machine's last sign of life, or from the move if it was alive, up to the first deed at the new one. A machine at
 * which nothing was ever done is part of the way.
 */
function moves(turns: readonly Turn[]): readonly Found[] {
  let leftAt: Instant | null = null;
  return turns.slice(1).flatMap((turn, index): Found[] => {
    const before = turns[index];
    if (before?.endedAt == null) return [];
    const { endedAt, heardAt } = before;
    const ended = heardAt !== null && between(heardAt, endedAt) > alive ? heardAt : endedAt;
    const from = leftAt ?? ended;
    leftAt = turn.firstDeedAt === null ? from : null;
    return turn.firstDeedAt === null
      ? []
      : [{ id: `moved:${turn.lease}`, kind: "moved", from, to: turn.firstDeedAt, sure: true }];
  });
}

/** What to give, and for what. */
export type Proposal = { readonly amount: Duration; readonly stretches: readonly Stretch[] };

/** Time to make up by the rule: nothing where nothing was lost, or where all of it has been made up. */
export function proposal(stretches: readonly Stretch[], ledger: Ledger, policy: LostTimePolicy): Proposal {
  const open = stretches.filter(({ madeUp: is, sure, lost }) => !is && sure && lost >= policy.shortest);
  const lost = sum(...open.map(({ lost: part }) => part));
  const rounded = duration(Math.ceil(lost / policy.steps) * policy.steps);
  const amount = duration(Math.min(rounded, less(policy.most, givenBack(ledger))));
  return amount === 0 ? { amount: none, stretches: [] } : { amount, stretches: open };
}

/** All that has been given for lost time. */
export const givenBack = (ledger: Ledger): Duration =>
  sum(...allowances(ledger).map(({ source, amount }) => (source === "lost-time" ? amount : none)));
