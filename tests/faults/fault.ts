import type { Account } from "./account.ts";

/** What a fault did to the learners of one installation. */
export type Outcome = Account & {
  /** From the moment what was broken began to be mended, until every learner's answers were safe again. */
  readonly recoverySeconds: number;
  /** What was promised and did not hold, in words; empty when all did. */
  readonly problems: readonly string[];
};

/** One line of the report. `why` says what went wrong, or why the fault could not be tried here. */
export type Report = {
  readonly fault: string;
  readonly acknowledged: number;
  readonly lost: number;
  readonly typedOffline: number;
  readonly lostOffline: number;
  readonly duplicated: number;
  readonly recoverySeconds: number;
  readonly passed: boolean | "skipped";
  readonly why: string;
};

/** One file in `faults/` exports one of these as `fault`. */
export type Fault = {
  readonly name: string;
  /** One sentence: what breaks, and for whom. */
  readonly what: string;
  /** Belongs to the short selection that `npm test` runs. */
  readonly quick?: boolean;
  /** What is missing on this machine and how to get it; null when the fault can be tried. */
  missing?(): string | null;
  run(ground: Ground): Promise<Outcome>;
};

/** What every fault of a run stands on: a durable PostgreSQL with a prepared database to copy. */
export type Ground = {
  /** A folder for this fault alone. */
  readonly folder: string;
  readonly postgres: import("./postgres.ts").FaultyPostgres;
  /** A copy of the prepared database: a centre, staff, and a sitting with this many learners booked. */
  database(): Promise<string>;
  readonly learners: number;
};
