import { accept } from "../../app/exam/attempt/accept.ts";
import { work } from "../../app/exam/attempt/answers.ts";
import type { Phase } from "../../app/exam/attempt/attempt.ts";
import type { Journalled, Standing } from "../../app/exam/attempt/entry.ts";
import { type Keeping, keepsACopy } from "../../app/exam/attempt/keeping.ts";
import type { LearnerForm } from "../../app/exam/item/learner-item.ts";
import { type Refused, refused } from "../../app/exam/people/refusals.ts";
import { duration, instant, minutes, none, seconds } from "../../app/exam/time/time.ts";
import type { AttemptState, Looked, PlaceTaken, Save, TakePlace } from "../../app/live/contract.ts";
import { player } from "../../app/player/player.ts";
import type { Heard, Transport } from "../../app/player/transport.ts";
import { turnedClock } from "../../app/player/turned-clock.ts";
import type { Remembered, Vault } from "../../app/player/vault.ts";

const encoder = new TextEncoder();
const key = "the key of the form";

export const form: LearnerForm = {
  id: "f1",
  title: "A test",
  minutes: 75,
  marks: 2,
  items: ["q1", "q2"].map((id, index) => ({
    id,
    marks: 1,
    body: [],
    number: index + 1,
    stimulus: null,
    section: "All",
  })),
  stimuli: [],
  pictures: {},
};

/** Locked and opened without cipher, so that nothing here waits for anything but the turned clock. */
const sealed = async () => encoder.encode(JSON.stringify(form));
const openForm = async (locked: Uint8Array, given: string): Promise<LearnerForm> => {
  if (given !== key) throw new Error("The key does not fit.");
  return JSON.parse(new TextDecoder().decode(locked)) as LearnerForm;
};

/** The room has no board that holds copies. */
const noBoard = () => ({
  follow() {},
  touched() {},
  resume() {},
  turn: () => 0,
  heldThrough: () => 0,
  stop() {},
});

/** What the server answers, to whoever gets through to it. */
export type Server = Transport & { state(): Promise<Looked>; tells(told: (state: AttemptState) => void): void };

/** One attempt at a server that keeps every promise of the contract, and the computers of the room around it. */
export function anExamRoom(clock = turnedClock()) {
  const journal: Journalled[] = [];
  const savedThrough = new Map<string, number>();
  const ended = new Set<string>();
  const machineOf = new Map<string, string>();
  const listening = new Set<Heard>();
  let phase: Phase = "admitted";
  let lease: string | null = null;
  let allowance = minutes(75);
  let worked = 0;
  let since: number | null = null;
  let network = true;
  /** The server answers nothing, and after five seconds nobody waits for it any more. */
  let mute = false;
  /** The server hears everything, and its answers are lost. */
  let unheard = false;
  /** Somebody has signed the learner out, in another tab say. */
  let signedOut = false;
  /** Whose sign-in the browsers of the room have: it answers for whatever page asks. */
  let signedIn = "a1";
  /** How long an answer is on its way, in milliseconds; news is told at once. */
  let slow = 0;
  /** How much longer the answer is on its way to whoever asks for a seat. */
  let slowSeat = 0;
  /** How long it takes to store what was saved; the acknowledgement says when that began. */
  let storing = 0;
  /** Whoever is at the other end of the line has said whose page it is. */
  let known = false;
  let toldKeeping: Keeping = "kept";

  /** How far the server's own clock has been put on, or back when negative. */
  let off = 0;

  const now = () => instant(clock.now() + off);
  const left = () => duration(Math.max(0, allowance - worked - (since === null ? 0 : clock.now() - since)));
  const state = (): AttemptState => ({
    attempt: "a1",
    phase,
    lease,
    left: left(),
    allowance,
    workedWhileStopped: none,
    stopped: phase === "paused" ? "pause" : null,
    evacuated: false,
    key: phase === "running" ? key : null,
    closed:
      phase === "closed"
        ? { at: now(), reason: "submitted", receipt: "ABCD-EFGH-JKMN", late: standings("late") > 0 }
        : null,
    keeping: toldKeeping,
    at: now(),
  });
  const standings = (standing: Standing) => journal.filter((one) => one.standing === standing).length;
  const tell = () => {
    if (network) for (const heard of listening) heard.attempt(state());
  };
  const stop = () => {
    worked += since === null ? 0 : clock.now() - since;
    since = null;
  };
  const become = (next: Phase) => {
    stop();
    if (next === "running") since = clock.now();
    phase = next;
    tell();
  };

  const save = ({ lease: from, entries }: Save) => {
    const receiving = { phase, deadline: null, lease, items: new Set(form.items.map(({ id }) => id)) };
    const through = savedThrough.get(from) ?? 0;
    const arrived = entries.map((entry) => ({ entry, receivedAt: now() }));
    const accepted = accept(receiving, { lease: from, savedThrough: through, entries: arrived, grace: seconds(30) });
    journal.push(...accepted.keep);
    savedThrough.set(from, accepted.savedThrough);
    const standing = accepted.keep.at(-1)?.standing ?? "counted";
    return { savedThrough: accepted.savedThrough, notCounted: standing === "counted" ? null : standing };
  };

  /** What goes through the network is copied, as the network would. */
  const over = async <Answer>(answer: () => Answer, longer = 0): Promise<Answer | Refused> => {
    if (!network) throw new Error("no network");
    if (signedOut) return refused("not-signed-in");
    if (signedIn !== "a1") return refused("not-your-attempt");
    const noAnswer = () => new Promise<never>((_, give) => clock.after(5_000, () => give(new Error("no answer"))));
    if (mute) return noAnswer();
    const given = structuredClone(answer());
    if (unheard) return noAnswer();
    const way = slow + longer;
    return way === 0 ? given : new Promise((give) => clock.after(way, () => give(given)));
  };
  const transport: Transport = {
    attend: ({ machine, lease: remembered, holdsWork }) =>
      over(() => {
        const mine = lease !== null && machineOf.get(lease) === machine;
        if (!mine && remembered !== null && ended.has(remembered)) return refused("lease-ended");
        if (!mine && lease !== null) return refused("seated-elsewhere");
        lease ??= `lease-${machineOf.size + 1}`;
        machineOf.set(lease, machine);
        known = true;
        return {
          ok: true as const,
          lease,
          savedThrough: savedThrough.get(lease) ?? 0,
          state: state(),
          work: holdsWork && lease === remembered ? null : work(journal),
          announcements: [],
        };
      }, slowSeat),
    ready: () =>
      over(() => {
        phase = "ready";
        return { ok: true as const, state: state() };
      }),
    save: async (message) => {
      const at = now();
      if (storing > 0) await new Promise<void>((go) => clock.after(storing, go));
      return over(() => ({ ok: true as const, ...save(message), head: "h", phase, left: left(), at }));
    },
    submit: (message) =>
      over(() => {
        save(message);
        become("closed");
        return { ok: true as const, state: state() };
      }),
    keeping: ({ keeping }) =>
      over(() => {
        toldKeeping = keeping;
        return { ok: true as const };
      }),
    close() {},
  };

  /** As the server does it: what was copied is the old computer's, and then the place changes hands, once. */
  const takePlace = (message: TakePlace): Promise<PlaceTaken> =>
    over(() => {
      save({ attempt: "a1", lease: message.from, entries: message.entries });
      if (machineOf.get(message.lease) === undefined) {
        machineOf.set(message.lease, message.machine);
        ended.add(lease === message.from ? message.from : message.lease);
        if (lease === message.from) lease = message.lease;
      }
      tell();
      return { ok: true as const, counts: lease === message.lease };
    });

  /**
   * A computer of the room: its browser can be opened, crash, and be opened again.
   *
   * @param through the line it has to the server; where it is left out, messages go by the room's network as it is.
   */
  const computer = (machine: string, through?: (heard: Heard, server: Server) => Transport) => {
    let kept: Remembered | null = null;
    let written: readonly Remembered[] = [];
    let keptForm: Uint8Array | null = null;
    let keeping: Keeping = "kept";
    let changed = (_: Keeping) => {};
    const vault: Vault = {
      keeping: "kept",
      read: async () => structuredClone(kept),
      write: async (remembered) => {
        if (!keepsACopy(keeping)) return;
        kept = structuredClone(remembered);
        written = [...written, kept];
      },
      readForm: async () => keptForm,
      writeForm: async (_, form) => {
        if (keepsACopy(keeping)) keptForm = form;
      },
      wipe: async () => {
        kept = null;
        keptForm = null;
        return true;
      },
      close() {},
    };
    return {
      kept: () => kept,
      /** Every record since a test was brought here, in order: power may go after any of them. */
      written: () => written,
      hasForm: () => keptForm !== null,
      /** A test was brought here with the room's copy. */
      async bring(remembered: Remembered) {
        kept = structuredClone(remembered);
        written = [];
        keptForm = await sealed();
      },
      /** The storage refuses, is full, is emptied, or is well again. */
      storage(now: Keeping) {
        keeping = now;
        if (now === "cleared") {
          kept = null;
          keptForm = null;
        }
        changed(now);
      },
      async open({ afterAnotherTab = false, attempt = "a1" } = {}) {
        let mine: Heard | null = null;
        const learner = player({
          attempt,
          timers: clock,
          connect(heard) {
            if (through !== undefined) {
              const tells = (attempt: Heard["attempt"]) => void listening.add({ ...heard, attempt });
              const asked = () => over(() => ({ ok: true as const, state: state(), announcements: [] }));
              return through(heard, { ...transport, state: asked, tells });
            }
            mine = heard;
            listening.add(heard);
            if (network) queueMicrotask(heard.connected);
            return transport;
          },
          openVault: (ways) => {
            changed = ways.changed;
            return vault;
          },
          fetchForm: sealed,
          openForm,
          newMachine: () => machine,
          isHidden: () => false,
          copies: { openCopier: noBoard, takePlace },
        });
        if (afterAnotherTab) learner.otherTab();
        await learner.open();
        await clock.pass(50);
        const crash = () => {
          if (mine !== null) listening.delete(mine);
          learner.close();
        };
        return { ...learner, crash };
      },
    };
  };

  return {
    computer,
    timers: clock,
    pass: clock.pass,
    setWall: clock.setWall,
    keeping: () => toldKeeping,
    become,
    grant(more: number) {
      allowance = duration(allowance + more);
      tell();
    },
    release() {
      if (lease !== null) ended.add(lease);
      lease = null;
      tell();
    },
    putServerClock(by: number) {
      off += by;
    },
    network(up: boolean) {
      network = up;
      known = false;
      for (const heard of listening) (up ? heard.connected : heard.lost)();
    },
    signOut() {
      signedOut = true;
      for (const heard of listening) heard.signedOut();
    },
    signInAgain() {
      signedOut = false;
      signedIn = "a1";
    },
    somebodyElseSignsIn() {
      signedOut = false;
      signedIn = "a2";
    },
    silent(now: boolean) {
      mute = now;
    },
    losesAnswers(now: boolean) {
      unheard = now;
    },
    slow(milliseconds: number) {
      slow = milliseconds;
    },
    slowSeat(milliseconds: number) {
      slowSeat = milliseconds;
    },
    storing(milliseconds: number) {
      storing = milliseconds;
    },
    isKnown: () => known,
    answers: () => work(journal).answers,
    /** How long the computers say that nobody could work at them, in milliseconds, and why. */
    unable: () =>
      journal.flatMap(({ entry }) => (entry.kind === "unable" ? [[entry.cause, entry.to - entry.from]] : [])),
    standings: () => journal.map(({ entry, standing }) => [entry.kind, standing]),
  };
}
