import { useEffect, useState } from "react";

const keyOf = (attempt: string) => `examhall-time-hidden ${attempt}`;

/** Whether the learner has hidden the clock. The tab remembers it over a reload, for this attempt alone. */
export function useTimeHidden(attempt: string): readonly [boolean, (hidden: boolean) => void] {
  const [hidden, setHidden] = useState(false);
  useEffect(() => setHidden(remembered(attempt)), [attempt]);
  const hide = (now: boolean) => {
    setHidden(now);
    remember(attempt, now);
  };
  return [hidden, hide];
}

function remembered(attempt: string): boolean {
  try {
    return sessionStorage.getItem(keyOf(attempt)) !== null;
  } catch {
    // A browser that forbids storage shows the clock again.
    return false;
  }
}

function remember(attempt: string, hidden: boolean) {
  try {
    if (hidden) sessionStorage.setItem(keyOf(attempt), "yes");
    else sessionStorage.removeItem(keyOf(attempt));
  } catch {
    // As above.
  }
}
