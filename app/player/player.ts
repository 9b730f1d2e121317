import { noWork } from "../exam/attempt/answers.ts";
import { isOver } from "../exam/attempt/attempt.ts";
import type { Refused } from "../exam/people/refusals.ts";
import { inWords } from "../exam/people/refusals.ts";
import { ableToWork } from "./able-to-work.ts";
import { callingReady } from "./calling-ready.ts";
import { comingIn } from "./coming-in.ts";
import { countdown } from "./countdown.ts";
import { deeds } from "./deeds.ts";
import { following } from "./following.ts";
import { formInHand } from "./form-in-hand.ts";
import { leftBehind } from "./left-behind.ts";
import { memory } from "./memory.ts";
import type { Outbox } from "./outbox.ts";
import type { PlayerParts } from "./player-parts.ts";
import { roomCopy } from "./room-copy.ts";
import { seats } from "./seats.ts";
import { atFirst, type Snapshot } from "./snapshot.ts";
import { timeLeftWords } from "./spoken.ts";
import { storageNews } from "./storage-news.ts";
import { sync } from "./sync.ts";
import { told } from "./told.ts";
import type { Heard, Transport } from "./transport.ts";
import type { Remembered, Vault } from "./vault.ts";

export type Player = ReturnType<typeof player>;

/** Milliseconds. */
const tickEvery = 250;

/**
 * The learner's end of one attempt: what is done goes on the screen at once, into the vault within 50 ms, and to the server
 * as soon as can be. The server's word decides phase, time and lease; the screen follows `snapshot`.
 */
export function player({
  attempt,
  timers,
  connect,
  openVault,
  fetchForm,
  openForm,
  newMachine,
  isHidden,
  copies,
}: PlayerParts) {
  let snapshot: Snapshot = atFirst;
  const listeners = new Set<() => void>();
  const clock = countdown(timers);
  let transport: Transport | null = null;
  let machine = "";
  let stopped = false;

  const show = (change: Partial<Snapshot>) => {
    snapshot = { ...snapshot, ...change };
    for (const listener of listeners) listener();
  };
  const news = told({ snapshot: () => snapshot, show });
  const showOutbox = () => {
    const seat = here.now();
    if (seat === null) return;
    const { box } = seat;
    const copied = room.entries();
    show({
      waiting: box.waiting().length + copied.length,
      safe: box.safe(snapshot.work.answers, copied),
      inRoom: room.holds(box.waiting()),
    });
  };

  const vault = openVault({ changed: (keeping) => storage.changed(keeping), found: (before) => cameToLight(before) });
  const asNow = (): Remembered => {
    const [seat, before] = [here.now(), here.remembered()];
    return {
      seq: 0,
      waiting: [],
      ...(seat?.box.kept() ?? (before && { seq: before.seq, waiting: before.waiting })),
      machine,
      lease: seat?.lease ?? before?.lease ?? null,
      behind: behind.all(),
      seen: news.seen(),
      state: snapshot.state ?? before?.state ?? null,
      work: seat === null ? (before?.work ?? noWork) : snapshot.work,
      clock: snapshot.state === null ? (before?.clock ?? null) : clock.mark(),
      able: able.kept() ?? before?.able ?? null,
      handingIn: seat === null ? (before?.handingIn ?? false) : snapshot.submitting,
      elsewhere: here.isElsewhere(),
      ...room.kept(),
    };
  };
  const write: Vault["write"] = (record) => {
    room.touched();
    return vault.write(record);
  };
  const { keep, keepSoon, ...kept } = memory({
    timers,
    vault: { write, wipe: vault.wipe },
    now: asNow,
    isEmpty: () => stopped || (behind.all().length === 0 && here.waiting().length === 0),
  });

  const notConnected = () => Promise.reject(new Error("There is no way to the server yet."));
  const save: Transport["save"] = (message) => transport?.save(message) ?? notConnected();
  const submit: Transport["submit"] = (message) => transport?.submit(message) ?? notConnected();

  const form = formInHand({
    id: attempt,
    vault,
    timers,
    fetchForm,
    openForm,
    here() {
      show({ formHere: true });
      ready.call();
    },
    opened: (opened) => show({ form: opened, formProblem: false }),
    broken: () => show({ formProblem: true }),
  });

  const room = roomCopy({
    parts: copies,
    timers,
    record: asNow,
    form: form.sealed,
    changed: showOutbox,
    lease: () => (snapshot.state === null ? null : (here.now()?.lease ?? null)),
    locked() {
      here.ended();
      if (snapshot.state !== null) word.followPhase(snapshot.state);
      void keep();
    },
  });

  const storage = storageNews({
    timers,
    state: () => (here.isConfirmed() && snapshot.state && !isOver(snapshot.state) ? snapshot.state : null),
    tell: (keeping) => transport?.keeping({ attempt, lease: here.now()?.lease ?? "", keeping }) ?? notConnected(),
    told: (keeping) => snapshot.state && show({ state: { ...snapshot.state, keeping } }),
    keepAll() {
      if (kept.isWiped()) return;
      keepSoon();
      form.keepAgain();
    },
    show: (keeping) => show({ keeping, keepsKnown: false }),
    say: news.say,
  });

  const behind = leftBehind({
    attempt,
    timers,
    save,
    changed() {
      keepSoon();
      word.finishWhenEmpty();
    },
  });

  const live = (lease: string, box: Outbox) =>
    sync({
      attempt,
      lease,
      outbox: box,
      timers,
      transport: { save, submit },
      keep,
      saved: (answer, since) => word.saved(answer, since),
      submitted: (state, since) => word.heard(state, since),
      refused: wasRefused,
      trouble(failures) {
        noteConnection(failures);
        show({ trouble: failures > 0 });
        showOutbox();
        word.finishWhenEmpty();
      },
    });

  const here = seats({
    timers,
    clock,
    room,
    attempt,
    snapshot: () => snapshot,
    show,
    showOutbox,
    keepSoon,
    attend: (asked) => (transport === null || stopped ? null : transport.attend({ attempt, machine, ...asked })),
    live,
    leave: behind.add,
    announced: news.replace,
    heard: (state, since) => word.heard(state, since),
    followKept: (state) => word.followKept(state),
    refused: (refusal) => wasRefused(refusal),
    isByCopy: () => coming.isByCopy(),
  });

  const ready = callingReady({
    timers,
    snapshot: () => snapshot,
    ready() {
      const seat = here.now();
      return transport === null || seat === null ? null : transport.ready({ attempt, lease: seat.lease });
    },
    heard: (state, since) => word.heard(state, since),
    refused: (refusal) => wasRefused(refusal),
  });

  const wasRefused = (refusal: Refused) => {
    switch (refusal.refusal) {
      case "not-signed-in":
        return show({ place: "signed-out", somebodyElse: false });
      case "not-your-attempt":
        return show({ place: "signed-out", somebodyElse: true });
      case "lease-ended":
        return here.ended();
      case "seated-elsewhere":
        if (snapshot.place === "seated" || snapshot.place === "moved") return here.ended();
        return show({ place: "refused", words: inWords(refusal) });
      case "attempt-closed":
        return void (isOver(snapshot.state ?? { phase: "booked" }) || here.attend());
      default:
        if (snapshot.place === "opening" || snapshot.place === "moved")
          show({ place: "refused", words: inWords(refusal) });
    }
  };

  const coming = comingIn({
    room,
    timers,
    connect() {
      transport = connect(heard);
    },
    attend: () => here.attendAnew(),
    goOnFromMemory: () => stopped || here.goOnFromMemory(),
    stayLocked: here.stayAway,
    refused: (words) => show({ place: "refused", words }),
    placeTaken() {
      showOutbox();
      void keep();
    },
    isStopped: () => stopped,
  });

  const tick = () => {
    if (stopped) return;
    const due = clock.due();
    if (due !== null && snapshot.place === "seated") news.say(timeLeftWords(due), true);
    if (clock.hasLeapt()) here.now()?.live.ask();
    const timeUp = snapshot.state?.phase === "running" && clock.left() === 0;
    if (timeUp !== snapshot.timeUp) {
      show({ timeUp });
      keepSoon();
      here.now()?.live.flush();
    }
    if (clock.isSure() === snapshot.unsure && snapshot.state !== null) show({ unsure: !clock.isSure() });
    if (here.isConfirmed() || snapshot.place === "seated") {
      const isFirst = able.kept() === null;
      able.tick();
      // However soon the page goes, the next one knows since when.
      if (isFirst && able.kept() !== null) keepSoon();
    }
    if (snapshot.inRoom !== room.holds(here.waiting())) showOutbox();
    if (clock.isRunning()) kept.keepNowAndThen();
    timers.after(tickEvery, tick);
  };

  const heard: Heard = {
    attempt: (state) => word.heard(state),
    announcement: news.add,
    signedOut: () => show({ place: "signed-out", somebodyElse: false }),
    refused: (refusal) => wasRefused(refusal),
    connected() {
      show({ connected: true });
      word.newLine();
      here.newWay();
      // What waits needs no new seat: in a hall that comes back at once, answers are safe before everybody has been heard.
      here.now()?.live.reconnected();
      if (snapshot.place !== "refused" && (snapshot.place !== "moved" || here.wantsSeat())) void here.attend();
    },
    lost: () => show({ connected: false }),
  };

  const { noteConnection, noteUnable, isOpenForWork, ...doing } = deeds({
    clock,
    snapshot: () => snapshot,
    seat: here.now,
    show,
    done() {
      showOutbox();
      keepSoon();
    },
  });

  const able = ableToWork({
    timers,
    lease: () => here.now()?.lease ?? null,
    isHidden,
    ability() {
      const { state, submitting } = snapshot;
      if (state?.phase !== "running" || submitting) return "standing";
      // Locked where nothing is left by what was counted here: if the server has more, this was lost too.
      return isOpenForWork() ? "able" : "unable";
    },
    report: noteUnable,
  });

  const word = following({
    now: timers.now,
    attempt,
    snapshot: () => snapshot,
    show,
    showOutbox,
    clock,
    able,
    news,
    here,
    behind,
    form,
    room,
    kept: { keepSoon, ...kept },
    callReady: ready.call,
    tellOfStorage: storage.tellServer,
    isByCopy: coming.isByCopy,
  });

  const takeUp = (before: Remembered | null) => {
    here.remember(before);
    if (before !== null) room.remember(before);
    able.resume(before?.able ?? null);
    machine = before?.machine || newMachine();
    news.remember(before?.seen ?? []);
    for (const left of before?.behind ?? []) behind.add(left);
  };
  /** What the storage could not say when the page came. Whoever sits here by now goes on, and the rest is sent as it is. */
  const cameToLight = (before: Remembered) => {
    const seat = here.now();
    if (stopped) return;
    if (seat !== null) {
      const isMine = before.lease === seat.lease;
      if (isMine) here.takeIn(before.waiting);
      const others = isMine ? before.behind : [...before.behind, { lease: before.lease, waiting: before.waiting }];
      for (const { lease, waiting } of others) if (lease !== null) behind.add({ lease, waiting });
    } else {
      takeUp(before);
      show({ place: "opening", words: null });
      coming.open();
    }
    void keep();
  };

  return {
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    snapshot: () => snapshot,
    left: clock.left,

    async open() {
      const before = await vault.read();
      if (stopped) return;
      takeUp(before);
      // Written before it is used, so that a reload comes back as the same machine.
      await keep();
      if (stopped) return;
      // Another tab may have had the test until now.
      show({ place: "opening" });
      coming.open();
      tick();
    },
    close() {
      stopped = true;
      room.stop();
      here.now()?.live.stop();
      behind.stop();
      transport?.close();
      vault.close();
    },
    otherTab: () => show({ place: "other-tab" }),

    ...doing,
    /** The page may be about to go. */
    leaving() {
      void keep();
      here.now()?.live.flush();
    },
    /** The page is looked at again; the computer may have slept meanwhile. */
    back() {
      here.now()?.live.ask();
    },
    instructionsRead: ready.instructionsRead,
    submit() {
      const seat = here.now();
      if (snapshot.state?.phase !== "running" || seat === null) return;
      show({ submitting: true });
      seat.live.become("submitting");
    },
    /** Asks for the seat again: after "Try again", or as a new seat at this computer after being released. */
    attendAgain(as: "before" | "new") {
      show({ place: "opening", words: null });
      here.askFor(as);
      if (room.isTaking()) coming.takePlace();
      else void here.attend();
    },
    knowsWhatIsKept: () => show({ keepsKnown: true }),
    dismiss(id: string) {
      news.dismiss(id);
      keepSoon();
    },
  };
}
