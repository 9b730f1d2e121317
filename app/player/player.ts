import { next, noWork } from "../exam/attempt/answers.ts";
import { hasBegun, isOver } from "../exam/attempt/attempt.ts";
import type { Panel, ScreenSize } from "../exam/attempt/entry.ts";
import type { LearnerForm } from "../exam/item/learner-item.ts";
import type { ItemResponse } from "../exam/item/response.ts";
import type { Refused } from "../exam/people/refusals.ts";
import { inWords } from "../exam/people/refusals.ts";
import type { Duration } from "../exam/time/time.ts";
import type { Announced, AttemptState, Attended, Saved } from "../live/contract.ts";
import { countdown } from "./countdown.ts";
import { formInHand } from "./form-in-hand.ts";
import { leftBehind } from "./left-behind.ts";
import { type Deed, type Outbox, outbox } from "./outbox.ts";
import { atFirst, type Snapshot } from "./snapshot.ts";
import { phaseWords, timeGrantedWords, timeLeftWords } from "./spoken.ts";
import { type Sync, sync } from "./sync.ts";
import type { Timers } from "./timers.ts";
import type { Heard, Transport } from "./transport.ts";
import type { Remembered, Vault } from "./vault.ts";

export type PlayerParts = {
  readonly attempt: string;
  readonly timers: Timers;
  connect(heard: Heard): Transport;
  openVault(onMemory: () => void): Promise<Vault>;
  fetchForm(): Promise<Uint8Array>;
  /** Fails when the key does not fit or the form is damaged. */
  openForm(sealed: Uint8Array, key: string): Promise<LearnerForm>;
  /** A random name for this browser, should it have none yet. */
  newMachine(): string;
};

export type Player = ReturnType<typeof player>;

/** Milliseconds. */
const keepWithin = 20;
const tickEvery = 250;
const attendAgain = 2_000;
/** Without a vault the last number given is forgotten with the page; a leap is never a repetition. */
const leap = 10_000;

type Seat = { readonly lease: string; readonly box: Outbox; readonly live: Sync };
type NewDeed = Deed extends infer One ? (One extends Deed ? Omit<One, "left"> : never) : never;

/**
 * The learner's end of one attempt: what is done goes on the screen at once, into the vault within 50 ms, and to the server
 * as soon as can be. The server's word decides phase, time and lease; the screen follows `snapshot`.
 */
export function player({ attempt, timers, connect, openVault, fetchForm, openForm, newMachine }: PlayerParts) {
  let snapshot: Snapshot = atFirst;
  const listeners = new Set<() => void>();
  const clock = countdown(timers.now);
  let vault: Vault | null = null;
  let transport: Transport | null = null;
  let form: ReturnType<typeof formInHand> | null = null;
  let seat: Seat | null = null;
  let remembered: Remembered | null = null;
  let machine = "";
  let seen: readonly string[] = [];
  let look = "";
  let lostWith: Duration | null = null;
  let instructionsRead = false;
  let attending = false;
  let keeping = false;
  let wiped = false;
  let stopped = false;

  const show = (change: Partial<Snapshot>) => {
    snapshot = { ...snapshot, ...change };
    for (const listener of listeners) listener();
  };
  const say = (words: string, seen = false) =>
    show({ spoken: { words, turn: (snapshot.spoken?.turn ?? 0) + 1, seen } });
  const showOutbox = () => {
    if (seat === null) return;
    const { box } = seat;
    show({ waiting: box.waiting().length, safe: box.safe(snapshot.work.answers) });
  };

  const keep = async () => {
    if (vault === null || wiped) return;
    const kept = seat?.box.kept() ?? { seq: remembered?.seq ?? 0, waiting: remembered?.waiting ?? [] };
    const lease = seat?.lease ?? remembered?.lease ?? null;
    await vault.write({ ...kept, machine, lease, behind: behind.all(), seen });
  };
  const keepSoon = () => {
    if (keeping) return;
    keeping = true;
    timers.after(keepWithin, () => {
      keeping = false;
      void keep();
    });
  };

  const notConnected = () => Promise.reject(new Error("There is no way to the server yet."));
  const save: Transport["save"] = (message) => transport?.save(message) ?? notConnected();
  const submit: Transport["submit"] = (message) => transport?.submit(message) ?? notConnected();

  const behind = leftBehind({
    attempt,
    timers,
    save,
    changed() {
      keepSoon();
      finishWhenEmpty();
    },
  });

  const takeSeat = (lease: string, box: Outbox): Seat => ({
    lease,
    box,
    live: sync({
      attempt,
      lease,
      outbox: box,
      timers,
      transport: { save, submit },
      keep,
      saved,
      submitted: (state, since) => heardState(state, since),
      refused: wasRefused,
      trouble(failures) {
        noteConnection(failures);
        show({ trouble: failures > 0 });
        showOutbox();
        finishWhenEmpty();
      },
    }),
  });

  const attend = async (lease: string | null) => {
    if (transport === null || attending || stopped) return;
    attending = true;
    const since = timers.now();
    try {
      const answer = await transport.attend({ machine, lease });
      attending = false;
      if (answer.ok) seated(answer, since);
      else wasRefused(answer);
    } catch {
      attending = false;
      timers.after(attendAgain, () => {
        if (snapshot.place === "opening") void attendAsBefore();
      });
    }
  };
  const attendAsBefore = () => attend(seat?.lease ?? remembered?.lease ?? null);

  const seated = (answer: Extract<Attended, { ok: true }>, since: number) => {
    if (seat?.lease === answer.lease) seat.box.acknowledge(answer.savedThrough);
    else sitDown(answer);
    const unseen = answer.announcements.filter(({ id }) => !seen.includes(id));
    const own = snapshot.announcements.filter((one) => one.id.startsWith("granted") && !seen.includes(one.id));
    show({ place: "seated", words: null, trouble: false, announcements: [...unseen, ...own] });
    heardState(answer.state, since);
    showOutbox();
    keepSoon();
    seat?.live.reconnected();
  };

  const sitDown = ({ lease, savedThrough, work }: Extract<Attended, { ok: true }>) => {
    if (seat !== null) {
      seat.live.stop();
      behind.add({ lease: seat.lease, waiting: seat.box.waiting() });
    } else if (remembered?.lease && remembered.lease !== lease) {
      behind.add({ lease: remembered.lease, waiting: remembered.waiting });
    }
    const mine = seat === null && remembered?.lease === lease ? remembered : null;
    const waiting = (mine?.waiting ?? []).filter((entry) => entry.seq > savedThrough);
    const seq = Math.max(mine?.seq ?? 0, savedThrough) + (vault?.keeps === "in-memory" ? leap : 0);
    seat = takeSeat(lease, outbox({ seq, waiting }));
    show({ work: waiting.reduce(next, work), submitting: false });
  };

  /** @param since when the question went out that this answers; for news, leave it out. */
  const heardState = (state: AttemptState, since?: number) => {
    const before = snapshot.state;
    if (state.attempt !== attempt || (before !== null && state.at < before.at)) return;
    clock.serverSaid({ left: state.left, running: state.phase === "running" }, since);
    const granted = before === null ? 0 : state.allowance - before.allowance;
    show({ state, timeUp: state.phase === "running" && clock.left() === 0 });
    if (granted !== 0 && !isOver(state)) tellGranted(granted, state);
    if (before !== null && before.phase !== state.phase) say(phaseWords[state.phase]);
    followLease(state);
    followForm(state);
    followPhase(state);
  };

  const tellGranted = (granted: number, state: AttemptState) => {
    const text = timeGrantedWords(granted);
    const told: Announced = { id: `granted ${state.allowance}`, text, at: state.at };
    show({ announcements: [...snapshot.announcements, told] });
    say(text);
  };

  const followLease = (state: AttemptState) => {
    if (seat === null || snapshot.place !== "seated" || state.lease === seat.lease || isOver(state)) return;
    if (hasBegun(state)) show({ place: "moved" });
    else if (state.lease === null && state.phase === "booked") return;
    else void attendAsBefore();
  };

  const followForm = (state: AttemptState) => {
    if (isOver(state) || state.phase === "booked") return;
    form?.bring();
    if (state.key !== null) form?.unlock(state.key);
    makeReady();
  };

  const makeReady = () => {
    const { state, formHere } = snapshot;
    if (state?.phase !== "admitted" || !formHere || !instructionsRead || seat === null) return;
    const since = timers.now();
    transport
      ?.ready({ attempt, lease: seat.lease })
      .then((answer) => (answer.ok ? heardState(answer.state, since) : wasRefused(answer)))
      .catch(() => timers.after(attendAgain, makeReady));
  };

  const followPhase = (state: AttemptState) => {
    if (seat === null) return;
    const mine = snapshot.place === "seated";
    if (isOver(state) || !mine) seat.live.become("emptying");
    else if (!hasBegun(state)) seat.live.become("off");
    else seat.live.become(snapshot.submitting ? "submitting" : "working");
    finishWhenEmpty();
  };

  /** Once the test is over and the server holds everything, this computer forgets it. */
  const finishWhenEmpty = () => {
    if (wiped || snapshot.state === null || !isOver(snapshot.state)) return;
    if (behind.all().length > 0 || (seat?.box.waiting().length ?? 0) > 0) return;
    wiped = true;
    void vault?.wipe();
    show({ form: null, work: noWork });
  };

  const saved = (answer: Extract<Saved, { ok: true }>, since: number) => {
    const { state } = snapshot;
    if (state === null || answer.at < state.at) return;
    clock.serverSaid({ left: answer.left, running: answer.phase === "running" }, since);
    show({ savedAt: answer.at });
    showOutbox();
    keepSoon();
    if (answer.phase !== state.phase || answer.notCounted === "stranded") void attendAsBefore();
  };

  const wasRefused = (refusal: Refused) => {
    switch (refusal.refusal) {
      case "not-signed-in":
        return show({ place: "signed-out" });
      case "lease-ended":
        return leaseEnded();
      case "seated-elsewhere":
        if (snapshot.place === "seated") return leaseEnded();
        return show({ place: "refused", words: inWords(refusal) });
      case "attempt-closed":
        return void (isOver(snapshot.state ?? { phase: "booked" }) || attendAsBefore());
      default:
        if (snapshot.place === "opening" || snapshot.place === "moved")
          show({ place: "refused", words: inWords(refusal) });
    }
  };

  const leaseEnded = () => {
    if (seat !== null) seat.live.become("emptying");
    else if (remembered?.lease) {
      behind.add({ lease: remembered.lease, waiting: remembered.waiting });
      remembered = { ...remembered, waiting: [] };
    }
    show({ place: "moved" });
  };

  const isOpenForWork = () =>
    snapshot.place === "seated" &&
    snapshot.state?.phase === "running" &&
    snapshot.form !== null &&
    !snapshot.submitting &&
    clock.left() > 0;

  /** One entry for each stretch without the server, made when it is over: until then it would be one more thing unsaved. */
  const noteConnection = (failures: number) => {
    if (failures > 0) lostWith ??= clock.left();
    else if (lostWith !== null) {
      put({ kind: "reconnected", lostWith });
      lostWith = null;
    }
  };

  const put = (deed: NewDeed) => {
    if (seat === null || !isOpenForWork()) return;
    seat.box.put({ ...deed, left: clock.left() } as Deed);
    const entry = seat.box.waiting().at(-1);
    if (entry !== undefined) show({ work: next(snapshot.work, entry) });
    showOutbox();
    keepSoon();
    seat.live.changed();
  };

  const tick = () => {
    if (stopped) return;
    const due = clock.due();
    if (due !== null && snapshot.place === "seated") say(timeLeftWords(due), true);
    const timeUp = snapshot.state?.phase === "running" && clock.left() === 0;
    if (timeUp !== snapshot.timeUp) {
      show({ timeUp });
      seat?.live.flush();
    }
    timers.after(tickEvery, tick);
  };

  const heard: Heard = {
    attempt: (state) => heardState(state),
    announcement(announced) {
      const known = [...seen, ...snapshot.announcements.map(({ id }) => id)];
      if (known.includes(announced.id)) return;
      show({ announcements: [...snapshot.announcements, announced] });
      say(announced.text);
    },
    signedOut: () => show({ place: "signed-out" }),
    refused: (refusal) => wasRefused(refusal),
    connected() {
      show({ connected: true });
      if (snapshot.place !== "moved" && snapshot.place !== "refused") void attendAsBefore();
      else seat?.live.reconnected();
    },
    lost: () => show({ connected: false }),
  };

  return {
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    snapshot: () => snapshot,
    left: clock.left,

    async open() {
      vault = await openVault(() => show({ keeps: "in-memory" }));
      if (stopped) return;
      remembered = await vault.read();
      machine = remembered?.machine ?? newMachine();
      seen = remembered?.seen ?? [];
      // Written before it is used, so that a reload comes back as the same machine.
      await keep();
      form = formInHand({
        id: attempt,
        vault,
        timers,
        fetchForm,
        openForm,
        here() {
          show({ formHere: true });
          makeReady();
        },
        opened: (opened) => show({ form: opened, formProblem: false }),
        broken: () => show({ formProblem: true }),
      });
      if (stopped) return;
      transport = connect(heard);
      for (const left of remembered?.behind ?? []) behind.add(left);
      tick();
    },
    close() {
      stopped = true;
      seat?.live.stop();
      transport?.close();
      vault?.close();
    },
    otherTab: () => show({ place: "other-tab" }),

    answer(item: string, response: ItemResponse) {
      put({ kind: "answer", item, response });
    },
    flag(item: string, flagged: boolean) {
      put({ kind: "flag", item, flagged });
    },
    visit(item: string) {
      put({ kind: "visit", item });
      seat?.live.flush();
    },
    look(theme: string, text: string, screen: ScreenSize) {
      const now = JSON.stringify([theme, text, screen]);
      if (!isOpenForWork() || look === now) return;
      look = now;
      put({ kind: "look", theme, text, screen });
    },
    panel(panel: Panel, open: boolean) {
      put({ kind: "panel", panel, open });
    },
    /** The page may be about to go. */
    leaving() {
      void keep();
      seat?.live.flush();
    },
    /** The learner has read the instructions; the attempt may count as ready once the form is here. */
    instructionsRead() {
      instructionsRead = true;
      makeReady();
    },
    submit() {
      if (snapshot.state?.phase !== "running" || seat === null) return;
      show({ submitting: true });
      seat.live.become("submitting");
    },
    /** Asks for the seat again: after "Try again", or as a new seat at this computer after being released. */
    attendAgain(as: "before" | "new") {
      show({ place: "opening", words: null });
      void (as === "new" ? attend(null) : attendAsBefore());
    },
    knowsWhatIsKept: () => show({ keepsKnown: true }),
    dismiss(id: string) {
      seen = [...seen, id];
      show({ announcements: snapshot.announcements.filter((one) => one.id !== id) });
      keepSoon();
    },
  };
}
