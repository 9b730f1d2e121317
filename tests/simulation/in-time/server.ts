import { attend } from "../../../app/commands/attempts/attend.ts";
import { expire } from "../../../app/commands/attempts/expire.ts";
import { handIn } from "../../../app/commands/attempts/hand-in.ts";
import {
  grantTime,
  pauseAttempt,
  resumeAttempt,
  startAttempt,
  terminateAttempt,
} from "../../../app/commands/attempts/invigilate.ts";
import { makeReady } from "../../../app/commands/attempts/make-ready.ts";
import { moveCodeHash, releaseAttempt } from "../../../app/commands/attempts/move-desk.ts";
import { stateOf } from "../../../app/commands/attempts/state-of.ts";
import { submit } from "../../../app/commands/attempts/submit.ts";
import { door, type News } from "../../../app/commands/door.ts";
import { evacuate, returnToRoom } from "../../../app/commands/sittings/evacuation.ts";
import { makeUpLostTime } from "../../../app/commands/sittings/make-up.ts";
import { pauseAll, resumeAll } from "../../../app/commands/sittings/whole-room.ts";
import { accept } from "../../../app/exam/attempt/accept.ts";
import { isOver } from "../../../app/exam/attempt/attempt.ts";
import { deadline, timeLeft } from "../../../app/exam/attempt/ledger.ts";
import { readMoveCode } from "../../../app/exam/entry/move-code.ts";
import type { Actor } from "../../../app/exam/people/actor.ts";
import { refused } from "../../../app/exam/people/refusals.ts";
import { before, type Duration, earlier, type Instant, instant, seconds } from "../../../app/exam/time/time.ts";
import type { AttemptState, Save, Saved } from "../../../app/live/contract.ts";
import type { Config } from "../../../app/platform/config.ts";
import { makeSecrets } from "../../../app/platform/secrets.ts";
import type { Timers } from "../../../app/player/timers.ts";
import { attemptIds, bookingOf, centreId, recordsInMemory, type Stored, sittingId } from "./records.ts";

const secrets = makeSecrets("the secret of an installation that lives in memory");
const config = {} as Config;
export const grace = seconds(5);
const start = Date.parse("2026-06-01T09:00:00Z");
export const items: ReadonlySet<string> = new Set(["q1", "q2"]);

const invigilator: Actor = {
  kind: "staff",
  id: "invigilator",
  name: "Ines",
  roles: [{ role: "invigilator", centreId }],
  affiliations: [],
};
const system: Actor = { kind: "system", name: "Examhall" };
const candidate = (attempt: string): Actor => ({
  kind: "candidate",
  id: attempt,
  name: "Lea",
  bookingId: bookingOf(attempt),
  centreId,
});

/** A page that is told what changes, by the process that it is connected to. */
export type Told = { readonly attempt: string; readonly process: number; tell(state: AttemptState): void };

export type Server = ReturnType<typeof serverInTime>;

/**
 * The real commands over records in memory, carried out by two processes whose clocks are apart, on a clock that a test turns.
 * Saves wait as long as they are told to before they are stored.
 */
export function serverInTime(timers: Timers, { paper, apart }: { readonly paper: Duration; readonly apart: number }) {
  const records = recordsInMemory(paper);
  const told = new Set<Told>();
  let ids = 0;
  const next = () => {
    ids += 1;
    return `00000000-0000-4000-8000-${String(ids).padStart(12, "0")}`;
  };
  const clocks = [0, apart].map((off) => ({ now: () => instant(Math.floor(start + timers.now() + off)) }));
  const clock = (process: number) => clocks[process] as { now(): Instant };

  const state = (attempt: string, process: number): AttemptState => {
    const found = records.attempt(attempt);
    const late = records.journal(attempt).some((one) => one.standing === "late" && one.entry.kind === "answer");
    return stateOf(found, { now: clock(process).now(), secrets, closing: { receipt: "ABCD-EFGH-JKMN", late } });
  };
  const announce = (news: readonly News[]) => {
    for (const one of news) {
      if (one.about !== "attempt" || one.only === "boards") continue;
      for (const page of told) if (page.attempt === one.attemptId) page.tell(state(page.attempt, page.process));
    }
  };
  const doors = clocks.map((of) => {
    const through = door({ store: records.store, clock: of, ids: { next }, secrets, config, announce });
    return {
      start: through(startAttempt),
      pause: through(pauseAttempt),
      resume: through(resumeAttempt),
      grant: through(grantTime),
      terminate: through(terminateAttempt),
      release: through(releaseAttempt),
      evacuate: through(evacuate),
      returnToRoom: through(returnToRoom),
      pauseAll: through(pauseAll),
      resumeAll: through(resumeAll),
      makeUp: through(makeUpLostTime),
      attend: through(attend),
      ready: through(makeReady),
      submit: through(submit),
      expire: through(expire),
    };
  });
  const at = (process: number) => doors[process] as (typeof doors)[number];

  /** When each save that waits reached its process. */
  const waiting = new Map<number, { readonly process: number; readonly receivedAt: Instant }>();
  const lastOf = new Map<string, Promise<void>>();
  let saves = 0;

  const store = ({ attempt: id, lease: leaseId, entries }: Save, receivedAt: Instant, now: Instant): Saved => {
    const attempt = records.attempt(id);
    const lease = records.lease(leaseId);
    if (lease?.attemptId !== id) return refused("not-your-attempt");
    const until = attempt.phase === "running" ? deadline(attempt.ledger) : null;
    const { keep, savedThrough } = accept(
      { phase: attempt.phase, deadline: until, lease: attempt.lease, items },
      {
        lease: leaseId,
        savedThrough: lease.savedThrough,
        entries: entries.map((entry) => ({ entry, receivedAt })),
        grace,
      },
    );
    const stored = keep.map((one): Stored => ({ ...one, attemptId: id, leaseId }));
    records.keep({ ...lease, savedThrough }, now, stored);
    const not = stored.find(({ standing }) => standing !== "counted")?.standing ?? null;
    return {
      ok: true,
      savedThrough,
      head: "",
      phase: attempt.phase,
      left: timeLeft(attempt.ledger, now),
      at: now,
      notCounted: not === "counted" ? null : not,
    };
  };

  /** @param storing for how long it waits to be stored. */
  const save = async (process: number, message: Save, storing: number): Promise<Saved> => {
    const receivedAt = clock(process).now();
    saves += 1;
    const mine = saves;
    waiting.set(mine, { process, receivedAt });
    // What one machine sends is stored in the order in which it came.
    const before = lastOf.get(message.lease) ?? Promise.resolve();
    const waits = storing > 0 ? new Promise<void>((go) => timers.after(storing, go)) : Promise.resolve();
    const waited = Promise.all([before, waits]).then(() => {});
    lastOf.set(message.lease, waited);
    await waited;
    const saved = await records.store.change(async () => {
      waiting.delete(mine);
      return { ok: true, saved: store(message, receivedAt, clock(process).now()) };
    });
    return saved.saved;
  };

  const sweep = async (process: number) => {
    const slowest = [...waiting.values()].reduce(
      (first, { receivedAt }) => earlier(first, receivedAt),
      clocks.map(({ now }) => now()).reduce(earlier),
    );
    const until = before(slowest, grace);
    for (const attempt of attemptIds) {
      const { phase, ledger } = records.attempt(attempt);
      const end = deadline(ledger);
      if (phase === "running" && end !== null && end < until) await at(process).expire(system, { attempt });
    }
  };
  /** Every half second, where any test can be overdue by then: a clock that is set going is so only after the grace. */
  const sweepAgain = (process: number) => {
    const all = attemptIds.map((id) => records.attempt(id));
    const isNear = all.some(({ ledger }) => (deadline(ledger) ?? Infinity) < clock(process).now() + 10_000);
    timers.after(isNear ? 500 : 4_500, () => {
      if (attemptIds.every((id) => isOver(records.attempt(id)))) return;
      void sweep(process);
      sweepAgain(process);
    });
  };
  sweepAgain(0);
  timers.after(230, () => sweepAgain(1));

  return {
    records,
    told,
    state,
    /** The time of a process, as whoever looks on knows it. */
    clock,
    start: (process: number, attempt: string) => at(process).start(invigilator, { attempt }),
    pause: (process: number, attempt: string, cause: "pause" | "rest-break") =>
      at(process).pause(invigilator, { attempt, cause, why: "As ordered" }),
    resume: (process: number, attempt: string) => at(process).resume(invigilator, { attempt }),
    grant: (process: number, attempt: string, order: { minutes: number; key: string; seen?: number | undefined }) =>
      at(process).grant(invigilator, { attempt, why: "As ordered", ...order }),
    terminate: (process: number, attempt: string) => at(process).terminate(invigilator, { attempt, why: "As ordered" }),
    pauseAll: (process: number) =>
      at(process).pauseAll(invigilator, { sitting: sittingId, cause: "pause", why: "As ordered" }),
    resumeAll: (process: number) => at(process).resumeAll(invigilator, { sitting: sittingId }),
    evacuate: (process: number) => at(process).evacuate(invigilator, { sitting: sittingId }),
    returnToRoom: (process: number) => at(process).returnToRoom(invigilator, { sitting: sittingId }),
    makeUp: (process: number, attempt: string) =>
      at(process).makeUp(invigilator, { sitting: sittingId, attempts: [attempt], why: "As ordered" }),
    release: (process: number, attempt: string, stop: boolean) =>
      at(process).release(invigilator, { attempt, why: "As ordered", stop }),
    /** A learner types the code of a move at a computer. */
    async typeCode(process: number, typed: string) {
      const code = readMoveCode(typed);
      const now = clock(process).now();
      const spent = await records.store.change(async (tx) => ({
        ok: true,
        found: code === null ? null : await tx.moves.spend(moveCodeHash({ secrets }, code), now),
      }));
      return spent.found !== null;
    },
    attend: (
      process: number,
      message: { attempt: string; machine: string; lease: string | null; holdsWork?: boolean },
    ) => at(process).attend(candidate(message.attempt), message),
    ready: (process: number, message: { attempt: string; lease: string }) =>
      at(process).ready(candidate(message.attempt), message),
    save,
    submit: (process: number, message: Save, storing: number) =>
      handIn({
        save: (_, raw) => save(process, raw as Save, storing),
        submit: (actor, raw) => at(process).submit(actor, raw),
      })(candidate(message.attempt), message),
  };
}
