import type { Work } from "../exam/attempt/answers.ts";
import type { CloseReason, Phase } from "../exam/attempt/attempt.ts";
import type { Entry } from "../exam/attempt/entry.ts";
import type { Keeping } from "../exam/attempt/keeping.ts";
import type { StopCause } from "../exam/attempt/ledger.ts";
import type { SeatAside } from "../exam/invigilation/aside-seat.ts";
import type { Refused } from "../exam/people/refusals.ts";
import type { Duration, Instant } from "../exam/time/time.ts";

/** Both ends of every live message. Types only: nothing here runs. */

/** What the learner's browser is told whenever something changes, and in every acknowledgement that matters. */
export type AttemptState = {
  readonly attempt: string;
  readonly phase: Phase;
  /** The lease that may write; a browser with another one locks its screen. */
  readonly lease: string | null;
  readonly left: Duration;
  readonly allowance: Duration;
  /** What of it was taken for work that went on at a screen which had not heard of a pause. */
  readonly workedWhileStopped: Duration;
  /** Why the clock stands, while paused. */
  readonly stopped: StopCause | null;
  /** The room is out: nothing of the test is shown, in any phase. */
  readonly evacuated: boolean;
  /** Opens the encrypted form (base64, AES-256); given once the test has started. */
  readonly key: string | null;
  readonly closed: Closed | null;
  /** What the computer has last said of its own storage. */
  readonly keeping: Keeping;
  /** The server's time when this was said. */
  readonly at: Instant;
};

/** How a test ended. `late`: an answer arrived after the end: it is kept, and people decide what becomes of it. */
export type Closed = {
  readonly at: Instant;
  readonly reason: CloseReason;
  readonly receipt: string;
  readonly late: boolean;
};

export type Announced = { readonly id: string; readonly text: string; readonly at: Instant };

/** How often each process, by a name of its own, has had something to tell a page: it need not look for what it has heard. */
export type HeardOf = Readonly<Record<string, number>>;

/** How the attempt stands, asked by a page whose network lets no socket through. */
export type Look = Attend & { readonly heard?: HeardOf };
/** What a page is told that asks by requests. `state` is null where only something was announced. */
export type Looked =
  | {
      readonly ok: true;
      readonly state: AttemptState | null;
      readonly announcements: readonly Announced[];
      /** It may ask again at once: with this it is kept waiting until there is news. Left out where nobody keeps it. */
      readonly heard?: HeardOf;
    }
  | Refused;

/** Taking a seat at the attempt: on load, after a reload, after being moved. */
export type Attend = {
  /** Whose page it is: somebody else may have signed in in this browser since it was opened. */
  readonly attempt: string;
  /** A random name this browser keeps for itself. */
  readonly machine: string;
  /** The lease it held before, if it remembers one. */
  readonly lease: string | null;
  /** The page has the work of that lease, so it need not be sent. */
  readonly holdsWork?: boolean;
};
export type Attended =
  | {
      readonly ok: true;
      readonly lease: string;
      readonly savedThrough: number;
      readonly state: AttemptState;
      /** Null for a page that goes on under the lease it asked with and said that it holds the work. */
      readonly work: Work | null;
      readonly announcements: readonly Announced[];
    }
  | Refused;

/** The one message while running. `entries` is a prefix of the outbox; it may be empty, to say "still here". */
export type Save = { readonly attempt: string; readonly lease: string; readonly entries: readonly Entry[] };
export type Saved =
  | {
      readonly ok: true;
      readonly savedThrough: number;
      readonly head: string;
      readonly phase: Phase;
      readonly left: Duration;
      readonly at: Instant;
      /** Set when these entries were kept but do not count, with the reason. */
      readonly notCounted: "late" | "stranded" | "not-on-form" | null;
      /** How long to gather before sending again; left out in an ordinary room. */
      readonly ease?: Duration;
    }
  | (Refused & {
      /** For want of room: when to try again. */
      readonly ease?: Duration;
    });

export type Submitted = { readonly ok: true; readonly state: AttemptState } | Refused;

/** The computer can no longer keep the work, or can again: told once for each change, for the board to show. */
export type KeepingNews = { readonly attempt: string; readonly lease: string; readonly keeping: Keeping };
export type KeepingTold = { readonly ok: true } | Refused;

export type Seat = {
  readonly attempt: string;
  readonly seat: string;
  readonly candidateNumber: string;
  readonly name: string;
  readonly phase: Phase;
  readonly register: string;
  readonly arrivedAt: Instant | null;
  readonly signedIn: boolean;
  readonly left: Duration;
  readonly deadline: Instant | null;
  readonly allowance: Duration;
  readonly granted: Duration;
  readonly stopped: StopCause | null;
  readonly answered: number;
  readonly flagged: number;
  readonly items: number;
  readonly savedAt: Instant | null;
  readonly connection: "connected" | "lost" | "none";
  readonly lastSeenAt: Instant | null;
  readonly arrangements: readonly string[];
  readonly incidents: number;
  /** How many codes to carry on at another computer were made for this test; the latest is the only one that can work. */
  readonly moves: number;
  /** Time lost and not made up yet, as the rule would give it back. */
  readonly lostTime: Duration;
  /** Answers that came after the end or from a computer left behind, without their words. */
  readonly setAside: SeatAside;
  /** What the learner's computer does with work the server does not hold yet. */
  readonly keeping: Keeping;
  readonly closed: { readonly at: Instant; readonly reason: CloseReason } | null;
  readonly receipt: string | null;
};

export type SittingState = {
  readonly id: string;
  readonly title: string;
  readonly centre: string;
  readonly room: string;
  readonly startsAt: Instant;
  readonly minutes: number;
  readonly phase: "planned" | "open" | "ended";
  readonly evacuatedAt: Instant | null;
  readonly invigilators: readonly string[];
  readonly log: RoomLog;
};

/** What was announced to the whole room or written down about it: the latest, newest first, and how many came before. */
export type RoomLog = { readonly latest: readonly RoomNote[]; readonly earlier: number };
export type RoomNote = {
  readonly id: string;
  readonly at: Instant;
  readonly by: string;
  /** What kind of incident; null for an announcement. */
  readonly incident: string | null;
  /** Of long ones the beginning. */
  readonly words: string;
  /** The name of the order, by which the board that gave it knows it again. */
  readonly key: string | null;
};

/** `version` counts the changes of this board; after a gap ask `since` it, or take a new snapshot. */
export type Board = {
  readonly version: number;
  readonly at: Instant;
  readonly sitting: SittingState;
  readonly seats: readonly Seat[];
};
/** Of a seat the board has: what is different now, and nothing else. Of a new one: everything. */
export type SeatChange = Pick<Seat, "attempt"> & Partial<Seat>;
export type Changes = {
  readonly version: number;
  readonly at: Instant;
  readonly sitting: SittingState | null;
  readonly seats: readonly SeatChange[];
  /** Attempts that are not of this sitting any more. */
  readonly gone: readonly string[];
};

/** Sent every second to a watched board, so that silence is known to be silence. */
export type Pulse = {
  readonly version: number;
  readonly at: Instant;
  /** How long an answer that arrives now waits until it is saved; none in an ordinary room. */
  readonly behind: Duration;
  /** read: what happens at another process is not heard of, only read every few seconds. */
  readonly news: "heard" | "read";
};

/** What a learner's page needs to make copies for the room: what its key is made from, and the ticket that goes into them. */
export type CopyKit = {
  readonly ok: true;
  /** Base64. The same can be made from the slip, and only from the slip. */
  readonly secret: string;
  readonly ticket: string;
};

/** Between two browsers of a room that open a line of their own: the server passes it on and sees nothing of what follows. */
export type Arranging = { readonly kind: "call" | "answer"; readonly text: string };
/** @param from to be named in the answer. @param attempt whose page it is, by the server's word; null for a spare or a board. */
export type Arranged = Arranging & { readonly from: string; readonly attempt: string | null };
/** A board that holds copies is there. `name` stays the same while its page is open, `peer` only while its socket is. */
export type Holder = { readonly peer: string; readonly name: string };

/** What a spare computer shows the server before it is anybody's: that the code of a room was typed there. */
export type SparePass = string;

/** A computer that goes on from the room's copy of a test takes the place of the one that the copy was made on. */
export type TakePlace = {
  readonly attempt: string;
  readonly candidateNumber: string;
  /** The lease of the copied work. */
  readonly from: string;
  /** The lease this computer writes under; its own choice, before any server was there to ask. */
  readonly lease: string;
  readonly machine: string;
  readonly ticket: string;
  /** What was copied and may not be with the server yet: the old machine's, in order. */
  readonly entries: readonly Entry[];
  /** More of it follows: the place changes hands with the last message. */
  readonly more?: boolean;
};
/** counts: what is written here counts from now on. Otherwise it is kept as what another desk still held. */
export type PlaceTaken = { readonly ok: true; readonly counts: boolean } | Refused;

export type ClientToServer = {
  attend(message: Attend, acknowledge: (answer: Attended) => void): void;
  ready(
    message: { attempt: string; lease: string },
    acknowledge: (answer: { ok: true; state: AttemptState } | Refused) => void,
  ): void;
  save(message: Save, acknowledge: (answer: Saved) => void): void;
  submit(message: Save, acknowledge: (answer: Submitted) => void): void;
  keeping(message: KeepingNews, acknowledge: (answer: KeepingTold) => void): void;
  "copy-kit"(message: { attempt: string; lease: string }, acknowledge: (answer: CopyKit | Refused) => void): void;
  hold(
    message: { sitting: string; name: string },
    acknowledge: (answer: { ok: true; spareCode: string } | Refused) => void,
  ): void;
  arrange(message: Arranging & { to: string }, acknowledge: (answer: { ok: true } | Refused) => void): void;
  watch(message: { sitting: string }, acknowledge: (answer: { ok: true; board: Board } | Refused) => void): void;
  since(
    message: { sitting: string; version: number },
    acknowledge: (answer: { ok: true; changes: readonly Changes[] | "reset" } | Refused) => void,
  ): void;
};

export type ServerToClient = {
  attempt(state: AttemptState): void;
  announcement(announced: Announced): void;
  changes(changes: Changes): void;
  pulse(pulse: Pulse): void;
  "signed-out"(): void;
  holder(holder: Holder): void;
  arrange(arranged: Arranged): void;
};
