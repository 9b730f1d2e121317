import { allowance, type Ledger, movesTheClock } from "../attempt/ledger.ts";
import { type Duration, type Instant, instant } from "../time/time.ts";

type Asked = {
  readonly ledger: Ledger;
  /** The time left that the learner's screen showed. */
  readonly left: Duration;
  readonly receivedAt: Instant;
  /** What the same desk did before this. */
  readonly notBefore: Instant;
};

/** A browser shows a little too little time left, by the way to the server and back: so this may point past the arrival. */
const tooLittle = 2_000;

/**
 * When something was done, from the time that was left then. More time given makes the time left jump up, so that the same
 * time may have been left twice: then the later moment counts that is not after the arrival, as a browser that could be
 * reached knew of it.
 */
export function madeAt({ ledger, left, receivedAt, notBefore }: Asked): Instant {
  const known = ledger.filter(({ at }) => at <= receivedAt);
  const levels = known.flatMap((line, index) =>
    line.kind === "allowance" ? [{ since: line.at, allowed: allowance(known.slice(0, index + 1)) }] : [],
  );
  const moments = levels.toReversed().flatMap(({ since, allowed }) => {
    const at = whenWorked(ledger, allowed - left);
    return at === null || at < since || at > receivedAt + tooLittle || at + tooLittle < notBefore ? [] : [at];
  });
  return instant(Math.max(notBefore, Math.min(receivedAt, moments[0] ?? receivedAt)));
}

/** The first moment at which this much time had been worked; null when that never came about. */
function whenWorked(ledger: Ledger, amount: number): Instant | null {
  let worked = 0;
  for (const { from, to } of stretchesOf(ledger)) {
    const stretch = Math.max(0, to - from);
    if (worked + stretch >= amount) return instant(from + Math.max(0, amount - worked));
    worked += stretch;
  }
  return null;
}

/** When the learner could work: while the clock ran, and on after a stop for as long as no message reached the screen. */
export function stretchesOf(ledger: Ledger): readonly { readonly from: Instant; readonly to: number }[] {
  const stretches: { from: Instant; to: number }[] = [];
  for (const line of ledger) {
    const last = stretches.at(-1);
    if (line.kind === "worked-on" && last) last.to += line.amount;
    if (!movesTheClock(line)) continue;
    if (last?.to === Number.POSITIVE_INFINITY) last.to = line.at;
    if (line.kind === "started" || line.kind === "resumed")
      stretches.push({ from: line.at, to: Number.POSITIVE_INFINITY });
  }
  return stretches;
}
