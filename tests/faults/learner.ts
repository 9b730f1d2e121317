import { randomBytes } from "node:crypto";
import { io } from "socket.io-client";
import type { Entry } from "../../app/exam/attempt/entry.ts";
import type { Saved } from "../../app/live/contract.ts";
import { httpTransport } from "../../app/player/http-transport.ts";
import { learnerSocket } from "../../app/player/knocking.ts";
import { player } from "../../app/player/player.ts";
import { openForm } from "../../app/player/sealed-form.ts";
import { liveTransport } from "../../app/player/socket-transport.ts";
import { browserTimers as timers } from "../../app/player/timers.ts";
import type { Transport } from "../../app/player/transport.ts";
import type { Remembered, Vault } from "../../app/player/vault.ts";
import type { Acknowledged, Typed } from "./account.ts";

export type Learner = Awaited<ReturnType<typeof learner>>;

type Seat = {
  readonly attempt: string;
  /** The signed-in learner's cookie. */
  readonly cookie: string;
  /** Where this computer finds the server: directly, or through something that breaks. */
  readonly url: string;
};

/**
 * A learner at a computer: the player of the browser with its outbox, its saving and its transports, over a real socket. What
 * the server says is safe is written down here, to be held against the database.
 */
export async function learner({ attempt, cookie, url }: Seat) {
  const computer = memoryOfAComputer();
  const record = recorder(attempt);
  const fetchIt = ((path: string, init?: RequestInit) =>
    fetch(new URL(path, url), { ...init, headers: { ...init?.headers, cookie } })) as typeof fetch;
  const mine = player({
    attempt,
    timers,
    connect(heard) {
      const socket = io(url, { ...learnerSocket, extraHeaders: { cookie }, forceNew: true });
      return record.over(liveTransport({ socket, http: httpTransport(fetchIt), timers, heard }));
    },
    openVault: () => computer,
    async fetchForm() {
      const answer = await fetchIt("/exam/form");
      if (!answer.ok) throw new Error(`The form did not come: ${answer.status}.`);
      return new Uint8Array(await answer.arrayBuffer());
    },
    openForm,
    newMachine: () => randomBytes(16).toString("hex"),
    isHidden: () => false,
  });
  await mine.open();
  mine.instructionsRead();

  let safeAt = 0;
  let tryingSince: number | null = null;
  let longest = 0;
  mine.subscribe(() => {
    const { waiting, connected, trouble } = mine.snapshot();
    if (tryingSince !== null) longest = Math.max(longest, performance.now() - tryingSince);
    tryingSince = connected && !trouble ? null : (tryingSince ?? performance.now());
    // Only an acknowledgement of the moment proves it: an empty outbox alone may be an old one.
    if (waiting === 0 && connected && !trouble && record.heardAt() > safeAt) safeAt = performance.now();
  });
  let typed = 0;
  return {
    attempt,
    cookie,
    player: mine,
    record,
    /** When everything this learner had done was last known to be safe, by the monotonic clock. */
    safeAt: () => safeAt,
    /** The longest stretch, in seconds, in which the screen said that a way to the server was being looked for. */
    longestTrying: () => Math.max(longest, tryingSince === null ? 0 : performance.now() - tryingSince) / 1_000,
    /** From now on that stretch is measured anew. */
    measureTrying() {
      longest = 0;
    },
    /** Types words nobody typed before into one of the questions. */
    type() {
      const { form, place, timeUp } = mine.snapshot();
      const items = form?.items ?? [];
      const item = items[typed % items.length];
      if (item === undefined || place !== "seated" || timeUp || mine.snapshot().state?.phase !== "running") return;
      typed += 1;
      const response = { RESPONSE: [`${attempt.slice(0, 8)} writes line ${typed}`] };
      const { connected, trouble } = mine.snapshot();
      record.typed({ attempt, item: item.id, response, offline: !connected || trouble });
      mine.answer(item.id, response);
    },
    close: () => mine.close(),
  };
}

/** Keeps what the player keeps, as long as the computer runs. Storage that fails is the browser faults' business. */
function memoryOfAComputer(): Vault {
  let kept: Remembered | null = null;
  const forms = new Map<string, Uint8Array>();
  return {
    keeping: "kept",
    read: async () => kept,
    async write(remembered) {
      kept = remembered;
    },
    readForm: async (id) => forms.get(id) ?? null,
    writeForm: async (id, sealed) => void forms.set(id, sealed),
    async wipe() {
      kept = null;
      forms.clear();
      return true;
    },
    close() {},
  };
}

/** Writes down what was sent, and what of it the server called safe. */
function recorder(attempt: string) {
  const sent = new Map<string, Map<number, Entry>>();
  const told = new Map<string, Acknowledged>();
  const answers: Typed[] = [];
  let heardAt = 0;
  let sentBack = 0;

  const sending = (lease: string, entries: readonly Entry[]) => {
    const known = sent.get(lease) ?? new Map<number, Entry>();
    sent.set(lease, known);
    for (const entry of entries) if (!known.has(entry.seq)) known.set(entry.seq, entry);
  };
  const safeThrough = (lease: string, through: number) => {
    heardAt = performance.now();
    for (const [seq, entry] of sent.get(lease) ?? [])
      if (seq <= through) told.set(`${lease} ${seq}`, { attempt, lease, entry });
  };
  return {
    typed: (one: Typed) => void answers.push(one),
    answers: (): readonly Typed[] => answers,
    acknowledged: (): readonly Acknowledged[] => [...told.values()],
    /** How often the server had no room for what was sent. */
    sentBack: () => sentBack,
    /** When the server last answered. */
    heardAt: () => heardAt,
    over: (transport: Transport): Transport => ({
      ...transport,
      async attend(message) {
        const answer = await transport.attend(message);
        if (answer.ok) safeThrough(answer.lease, answer.savedThrough);
        return answer;
      },
      async save(message) {
        sending(message.lease, message.entries);
        const answer: Saved = await transport.save(message);
        if (answer.ok) safeThrough(message.lease, answer.savedThrough);
        else if (answer.refusal === "saving-is-slow") sentBack += 1;
        return answer;
      },
      async submit(message) {
        sending(message.lease, message.entries);
        const answer = await transport.submit(message);
        if (answer.ok) safeThrough(message.lease, message.entries.at(-1)?.seq ?? 0);
        return answer;
      },
    }),
  };
}
