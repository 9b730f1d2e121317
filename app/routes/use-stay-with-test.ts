import { useBlocker } from "@remix-run/react";
import { useCallback, useEffect, useRef } from "react";

/**
 * A test that is under way stays on the screen, whatever "back" would lead to: without a server the page before it cannot come,
 * and the test would be gone from the screen with all that only this page holds. Nothing is asked: with a server the sign-in would
 * only send the learner back here.
 *
 * @returns what the test's page says of itself: whether it must stay.
 */
export function useStayWithTest(): (mustStay: boolean) => void {
  const stays = useRef(false);
  const blocker = useBlocker(() => stays.current);
  useEffect(() => {
    if (blocker.state === "blocked") blocker.reset();
  }, [blocker]);
  return useCallback((mustStay: boolean) => {
    stays.current = mustStay;
  }, []);
}
