import type { CopyLabel } from "../../exam/attempt/copy.ts";
import { goOn } from "../../exam/attempt/copy.ts";
import { readKeycode } from "../../exam/entry/keycode.ts";
import { type Refused, refused } from "../../exam/people/refusals.ts";
import { type Duration, duration } from "../../exam/time/time.ts";
import type { Able } from "../able-to-work.ts";
import type { Timers } from "../timers.ts";
import type { Remembered } from "../vault.ts";
import type { CopyContents } from "./copier.ts";
import { copyKey, fromText, openCopy, slipSecret } from "./copy-seal.ts";

/** What the board handed over. */
export type HandedOver = {
  readonly label: CopyLabel;
  readonly salt: string;
  readonly sealed: Uint8Array<ArrayBuffer>;
  readonly form: Uint8Array<ArrayBuffer>;
  /** Between the making of the copy and its arrival here. */
  readonly passed: Duration;
  /** That was counted, and not only read off a clock that anybody can set. */
  readonly sure: boolean;
  /** When it arrived here, by the timers' clock. */
  readonly at: number;
};

export type Slip = { readonly candidateNumber: string; readonly keycode: string };

type Ways = {
  readonly timers: Pick<Timers, "now" | "wall">;
  newMachine(): string;
  newLease(): string;
};

/** Opens a copy with the learner's slip, and makes of it what this computer goes on from. */
export async function openHandedOver(
  { label, salt, sealed, passed, sure, at }: HandedOver,
  { candidateNumber, keycode }: Slip,
  ways: Ways,
): Promise<({ readonly ok: true } & Pick<CopyContents, "room" | "remembered">) | Refused> {
  const read = readKeycode(keycode);
  if (!read.ok) return refused("wrong-keycode", read.why);
  const key = await copyKey(await slipSecret(candidateNumber, read.keycode), fromText(salt));
  // Only the learner's own page can have sealed it, so what is in it is what that page remembered.
  const contents = (await openCopy(key, label, sealed)) as CopyContents | null;
  if (contents === null) return refused("not-brought-here");
  const since = duration(passed + ways.timers.now() - at);
  return movedIn(contents, { label, since, sure }, ways);
}

type Moving = { readonly label: CopyLabel; readonly since: Duration; readonly sure: boolean };

function movedIn({ room, remembered, ticket }: CopyContents, { label, since, sure }: Moving, ways: Ways) {
  const { state, clock, seq, waiting } = remembered;
  if (state === null || clock === null) return refused("copy-damaged");
  const { left, running } = clock;
  const going = goOn({ phase: state.phase, waiting, seq, left, running }, since);
  if (!going.ok) return going;
  const [machine, lease, wall] = [ways.newMachine(), ways.newLease(), ways.timers.wall()];
  const moved: Remembered = {
    ...remembered,
    machine,
    lease,
    seq: 0,
    waiting: [],
    state: { ...state, lease },
    clock: { left: going.left, running, wall },
    able: ableHere(remembered.able, { made: clock.wall, since, sure, lease, wall }),
    elsewhere: false,
    copies: 0,
    locked: false,
    taking: {
      attempt: label.attempt,
      candidateNumber: room.candidateNumber,
      from: label.lease,
      lease,
      machine,
      ticket,
      entries: going.entries,
    },
  };
  return { ok: true as const, room, remembered: moved };
}

type Made = Omit<Moving, "label"> & { readonly made: number; readonly lease: string; readonly wall: number };

/** When the learner could last work, told by this computer's own clock: the other one's may have been set differently. */
const ableHere = (able: Able | null, { made, since, sure, lease, wall }: Made): Able | null =>
  able && { at: able.at, lease, wall: wall - since - Math.max(0, made - able.wall), counted: sure };
