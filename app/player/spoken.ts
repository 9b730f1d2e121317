import type { Phase } from "../exam/attempt/attempt.ts";
import type { Duration } from "../exam/time/time.ts";

/** What the page says aloud when something changes that the learner did not do. */

const inMinutes = (milliseconds: number) => {
  const whole = Math.round(Math.abs(milliseconds) / 60_000);
  return whole === 1 ? "1 minute" : `${whole} minutes`;
};

export const timeLeftWords = (left: Duration) => `${inMinutes(left)} left.`;

/** @param granted milliseconds, negative when time was taken back. */
export const timeGrantedWords = (granted: number) =>
  granted > 0
    ? `You have been given ${inMinutes(granted)} more.`
    : `Your time has been corrected: ${inMinutes(granted)} less.`;

export const leaveWords = "Leave the room now. Your test is stopped and safe.";
export const backWords = "You are back. Your test is as you left it.";

export const phaseWords: Record<Phase, string> = {
  booked: "You are not let in yet.",
  admitted: "You are let in.",
  ready: "Your test is ready and waits for the start.",
  running: "The clock is running. You can work.",
  paused: "Your test is paused. The clock stands still.",
  closed: "Your test has ended.",
  voided: "Your test has been made void.",
};
