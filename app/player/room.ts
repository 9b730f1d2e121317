import type { Phase } from "../exam/attempt/attempt.ts";
import type { Duration, Instant } from "../exam/time/time.ts";

/** What the page knows of the learner's test when it is opened, before it is connected. */
export type Room = {
  readonly attempt: string;
  readonly name: string;
  readonly candidateNumber: string;
  readonly title: string;
  readonly centre: string;
  readonly room: string;
  readonly seat: string;
  readonly startsAt: Instant;
  /** All the time there is, extra time included. */
  readonly allowance: Duration;
  readonly marks: number;
  readonly items: number;
  /** Access arrangements in words. */
  readonly arrangements: readonly string[];
  readonly phase: Phase;
};
