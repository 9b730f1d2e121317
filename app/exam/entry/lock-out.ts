import type { LockOutPolicy } from "../rulebook/settings.ts";
import { after, type Instant } from "../time/time.ts";

export type LockOut = { readonly ok: true } | { readonly ok: false; readonly until: Instant };

/**
 * Closed for a while once enough failures fell within the policy's stretch of time. Tries made while it is closed are
 * refused unread and must not be recorded as failures, or nobody could wait it out.
 */
export function lockOut(failures: readonly Instant[], now: Instant, policy: LockOutPolicy): LockOut {
  const past = failures.filter((at) => at <= now).toSorted((a, b) => a - b);
  const closing = past.findLast((at, index) => {
    const first = past[index - policy.failures + 1];
    return first !== undefined && at - first <= policy.within;
  });
  if (closing === undefined) return { ok: true };
  const until = after(closing, policy.lockedFor);
  return now < until ? { ok: false, until } : { ok: true };
}
