import type { CopyLabel } from "../../exam/attempt/copy.ts";
import type { CopyMessage } from "../../exam/attempt/copy-shape.ts";
import type { CopyKit } from "../../live/contract.ts";
import type { Room } from "../room.ts";
import { about, type Timers } from "../timers.ts";
import type { Remembered } from "../vault.ts";
import { copyKey, fromText, newSalt, sealCopy, toText } from "./copy-seal.ts";
import type { HolderLines } from "./holder-lines.ts";
import type { Line } from "./line.ts";

/** What is sealed: all that another computer needs to go on, and the ticket that lets it take this one's place. */
export type CopyContents = { readonly room: Room; readonly remembered: Remembered; readonly ticket: string };

export type CopierWays = {
  /** All that is worth keeping, as it is now. */
  record(): Remembered;
  /** The form as it came from the server, locked; null while it is not here. */
  form(): Uint8Array | null;
  /** Something more, or less, is in the room's copy. */
  changed(): void;
  /** The learner goes on at another computer of the room. */
  lock(lease: string): void;
};

type Ways = CopierWays & {
  readonly room: Room;
  readonly timers: Timers;
  lines(heard: {
    opened(line: Line, holder: string): void;
    message(message: CopyMessage, bytes: Uint8Array<ArrayBuffer>, holder: string): void;
    closed(holder: string): void;
  }): HolderLines;
  /** Fails when the server does not answer. */
  askKit(lease: string): Promise<CopyKit | null>;
};

export type Copier = ReturnType<typeof copier>;

/** Milliseconds. */
const gatherFor = 250;
const heldWithin = 5_000;
const askAgain = 5_000;
const spread = 3_000;

/** After a reload the last turn given may be unknown; a leap is never a repetition. */
const leap = 10_000;

/** The copy sent last: which turn, and up to which number of the outbox it reaches. */
type Sent = { readonly turn: number; readonly seq: number };

/**
 * Keeps the room's copy of this test up to date on every board that holds copies: soon after each deed, the whole of what this
 * computer remembers, sealed here with a key that only the learner's slip can make again. It asks nothing of anybody, and a
 * room without a board notices nothing.
 */
export function copier({ room, timers, lines: open, askKit, record, form, changed, lock }: Ways) {
  let wanted: string | null = null;
  let asking = false;
  let kit: { readonly lease: string; readonly key: CryptoKey; readonly salt: string; readonly ticket: string } | null =
    null;
  let turn = 0;
  let planned = false;
  let isNew = false;
  let last: Sent = { turn: 0, seq: 0 };
  let onTheWay = false;
  const held = new Map<string, number>();
  const formHere = new Set<string>();

  const lines = open({
    opened: () => prepareSoon(),
    message(message, _bytes, holder) {
      if (message.kind === "hello") {
        if (message.formHere) formHere.add(holder);
        plan();
      }
      if (message.kind === "held") wasHeld(message.label, holder);
      if (message.kind === "lock") lock(message.lease);
    },
    closed(holder) {
      held.delete(holder);
      formHere.delete(holder);
      changed();
    },
  });

  const wasHeld = (label: CopyLabel, holder: string) => {
    if (label.turn !== last.turn || label.lease !== kit?.lease) return;
    held.set(holder, last.seq);
    onTheWay = false;
    changed();
    if (isNew) plan();
  };

  const plan = () => {
    isNew = true;
    if (planned || onTheWay) return;
    planned = true;
    timers.after(gatherFor, () => {
      planned = false;
      void send();
    });
  };

  const send = async () => {
    const to = lines.open();
    if (kit === null || kit.lease !== wanted || to.length === 0 || onTheWay) return;
    const { lease, key, salt, ticket } = kit;
    isNew = false;
    const remembered = record();
    if (remembered.lease !== lease) return;
    turn += 1;
    const label = { attempt: room.attempt, lease, turn };
    const mine: Sent = { turn, seq: remembered.seq };
    last = mine;
    onTheWay = true;
    const sealed = await sealCopy(key, label, { room, remembered, ticket } satisfies CopyContents);
    for (const { holder, line } of to) {
      sendForm(line, holder);
      line.send({ kind: "copy", label, salt }, sealed);
    }
    timers.after(heldWithin, () => {
      if (!onTheWay || last !== mine) return;
      onTheWay = false;
      plan();
    });
  };

  const sendForm = (line: Line, holder: string) => {
    const sealed = form();
    if (sealed === null || formHere.has(holder)) return;
    formHere.add(holder);
    line.send({ kind: "form", attempt: room.attempt }, new Uint8Array(sealed));
  };

  /** Where no board holds copies nothing is asked for, and where one does, not by a whole hall in the second of its start. */
  const prepareSoon = () => {
    if (asking || wanted === null || kit?.lease === wanted || lines.open().length === 0) return;
    asking = true;
    timers.after(timers.chance() * spread, () => void prepare(wanted));
  };
  const prepare = async (lease: string | null) => {
    if (lease === null) {
      asking = false;
      return;
    }
    const given = await askKit(lease).catch(() => null);
    if (given !== null) {
      const salt = newSalt();
      kit = { lease, key: await copyKey(fromText(given.secret), salt), salt: toText(salt), ticket: given.ticket };
    }
    asking = false;
    if (kit?.lease === wanted) plan();
    else timers.after(about(askAgain, timers), prepareSoon);
  };

  return {
    /** @param lease of work that is worth a copy now; null while there is none. */
    follow(lease: string | null) {
      if (wanted === lease) return;
      wanted = lease;
      held.clear();
      prepareSoon();
    },
    /** Something was done, or time has passed. */
    touched: plan,
    /** @param before the last turn that is remembered of an earlier page. */
    resume(before: number) {
      turn = before + leap;
    },
    turn: () => turn,
    /** The room holds everything up to this number of the outbox; 0 when it holds nothing. */
    heldThrough: () => Math.max(0, ...held.values()),
    stop() {
      wanted = null;
      lines.stop();
    },
  };
}
