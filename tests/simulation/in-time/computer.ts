import type { IDBPDatabase } from "idb";
import type { Entry } from "../../../app/exam/attempt/entry.ts";
import type { AttemptState, Save } from "../../../app/live/contract.ts";
import { type Player, player } from "../../../app/player/player.ts";
import type { TabMemory } from "../../../app/player/tab-memory.ts";
import type { Timers } from "../../../app/player/timers.ts";
import type { Heard, Transport } from "../../../app/player/transport.ts";
import type { TurnedClock } from "../../../app/player/turned-clock.ts";
import { openVault, type Remembered } from "../../../app/player/vault.ts";
import { form } from "../desk.ts";
import type { Server, Told } from "./server.ts";

const encoder = new TextEncoder();
const noAnswerWithin = 5_000;

export type Storage = "fine" | "slow" | "failing" | "full";
export type Line = "whole" | "cut" | "silent";

export type Computer = ReturnType<typeof computerInTime>;

type Parts = {
  readonly clock: TurnedClock;
  readonly server: Server;
  readonly attempt: string;
  readonly name: string;
  /** A number below n, by chance. */
  below(n: number): number;
};

/** What a browser lets one tab remember, also over a reload. */
function newTab(): TabMemory {
  let kept: ReturnType<TabMemory["read"]> = null;
  return {
    read: () => kept,
    write(_, { machine, lease, seen }) {
      kept = { machine, lease, seen };
    },
    forget() {
      kept = null;
    },
  };
}

/**
 * A computer of the room with its own clock, which can be set, and which stands while it sleeps; its storage, which can be slow,
 * fail, be full and be well again; its line to one of the server's processes; and the tabs of its browser, with the real player
 * and the real vault in them.
 */
export function computerInTime({ clock, server, attempt, name, below }: Parts) {
  let ahead = 0;
  let slept = 0;
  let asleepSince: number | null = null;
  let onWaking: (() => void)[] = [];
  const isAsleep = () => asleepSince !== null;
  /** A computer that sleeps hears nothing before it wakes. */
  const onceAwake = (then: () => void) => {
    if (isAsleep()) onWaking.push(then);
    else then();
  };
  const timers: Timers = {
    now: () => (asleepSince ?? clock.now()) - slept,
    wall: () => clock.wall() + ahead,
    chance: () => below(1_000) / 1_000,
    after: (milliseconds, callback) => clock.after(milliseconds, () => onceAwake(callback)),
  };

  let storage: Storage = "fine";
  const tables = new Map<string, Map<string, unknown>>();
  const table = (of: string) => {
    const known = tables.get(of) ?? new Map<string, unknown>();
    tables.set(of, known);
    return known;
  };
  const reached = async () => {
    if (storage === "slow") await new Promise<void>((go) => clock.after(1_200, go));
    if (storage === "failing") throw new Error("The storage fails.");
  };
  const database = {
    async get(of: string, key: string) {
      await reached();
      return table(of).get(key);
    },
    async put(of: string, value: unknown, key: string) {
      await reached();
      if (storage === "full") throw Object.assign(new Error("full"), { name: "QuotaExceededError" });
      table(of).set(key, value);
    },
    async delete(of: string, key: string) {
      await reached();
      table(of).delete(key);
    },
    async clear(of: string) {
      await reached();
      table(of).clear();
    },
    close() {},
  } as unknown as IDBPDatabase;
  const open = async () => {
    await reached();
    return { database, key: {} as CryptoKey };
  };
  /** What lies in the storage now, for whoever looks on. */
  const kept = (): Remembered | null => {
    const sealed = table("attempts").get(attempt) as { readonly text: Uint8Array } | undefined;
    return sealed === undefined ? null : (JSON.parse(new TextDecoder().decode(sealed.text)) as Remembered);
  };

  let line: Line = "whole";
  let process = 0;
  /** A line that was cut and is whole again is another one: what was on its way over the old one is gone. */
  let lines = 0;
  let arrives = { there: 0, back: 0 };
  const pages: Page[] = [];
  let machines = 0;

  /** Over the line as it is, in order; gone without a word where it breaks meanwhile. */
  const over = (way: "there" | "back", then: () => void) => {
    const mine = lines;
    if (line !== "whole") return;
    const at = Math.max(arrives[way], clock.now() + 5 + below(below(8) === 0 ? 900 : 60));
    arrives = { ...arrives, [way]: at };
    clock.after(at - clock.now(), () => {
      if (mine !== lines || line !== "whole") return;
      if (way === "there") then();
      else onceAwake(then);
    });
  };
  const asked = <Answer>(question: (process: number) => Promise<Answer>): Promise<Answer> =>
    new Promise((give, giveUp) => {
      const mine = lines;
      timers.after(noAnswerWithin, () => giveUp(new Error("no answer")));
      if (line === "cut") return giveUp(new Error("no line"));
      breaking.add(() => giveUp(new Error("the line broke")));
      over("there", () => {
        const to = process;
        void question(to).then((answer) => {
          if (mine === lines) over("back", () => give(structuredClone(answer)));
        });
      });
    });
  let breaking = new Set<() => void>();
  const mine = new Set<Told>();

  type Page = {
    readonly learner: Player;
    readonly heard: { now: Heard | null };
    readonly tab: TabMemory;
    stop(): void;
  };

  /** Opens the test in a tab; the second tab waits for the first to be closed. */
  const openPage = (tab = newTab()) => {
    const heard: { now: Heard | null } = { now: null };
    let isOpen = true;
    const tell = (state: AttemptState) =>
      over("back", () => isOpen && !isAsleep() && heard.now?.attempt(structuredClone(state)));
    let told: Told | null = null;
    const leave = () => {
      if (told === null) return;
      server.told.delete(told);
      mine.delete(told);
      told = null;
    };
    const transport: Transport = {
      attend: (message) =>
        asked(async (to) => {
          const answer = await server.attend(to, message);
          if (!answer.ok) return answer;
          leave();
          told = { attempt, process: to, tell };
          server.told.add(told);
          mine.add(told);
          return answer;
        }),
      ready: (message) => asked((to) => server.ready(to, message)),
      save: (message: Save) => asked((to) => server.save(to, message, below(4) === 0 ? below(1_500) : 0)),
      submit: (message) => asked((to) => server.submit(to, message, 0)),
      keeping: () => asked(async () => ({ ok: true as const })),
      close: leave,
    };
    const learner = player({
      attempt,
      timers,
      connect(by) {
        heard.now = by;
        if (line === "whole") queueMicrotask(() => by.connected());
        return transport;
      },
      openVault: ({ changed, found }) => openVault(attempt, { changed, found, open, tab }),
      async fetchForm() {
        if (line !== "whole") throw new Error("no line");
        return encoder.encode(JSON.stringify(form));
      },
      openForm: async (sealed) => JSON.parse(new TextDecoder().decode(sealed)),
      newMachine() {
        machines += 1;
        return `machine ${machines} of ${name}`;
      },
      isHidden: () => false,
    });
    const page: Page = {
      learner,
      heard,
      tab,
      stop() {
        isOpen = false;
        heard.now = null;
        learner.close();
      },
    };
    pages.push(page);
    if (pages.length === 1) void learner.open();
    else learner.otherTab();
    return page;
  };
  const closePage = () => {
    const gone = pages.shift();
    gone?.stop();
    const [next] = pages;
    if (next !== undefined) void next.learner.open();
    return gone?.tab;
  };
  const connections = (then: (heard: Heard) => void) => {
    for (const { heard } of pages)
      onceAwake(() => {
        if (heard.now !== null) then(heard.now);
      });
  };

  return {
    name,
    /** What this computer goes by: a page whose storage says nothing makes up another name, and keeps it once it can. */
    machine: () => kept()?.machine ?? null,
    timers,
    page: () => pages[0]?.learner ?? null,
    tabs: () => pages.length,
    openPage,
    closePage,
    /** The tab stays, and what it remembers. */
    reload() {
      const tab = closePage();
      if (pages.length === 0) openPage(tab);
    },
    kept,
    /** Everything this computer still holds, wherever it lies. */
    waiting: (): readonly Entry[] => kept()?.waiting ?? [],
    storage: () => storage,
    line: () => line,
    process: () => process,
    isAsleep,
    setStorage(to: Storage) {
      storage = to;
    },
    setWall(by: number) {
      ahead += by;
    },
    setLine(to: Line, at = process) {
      if (to === line && at === process) return;
      const was = line;
      line = to;
      process = at;
      if (to === "silent") return;
      lines += 1;
      arrives = { there: 0, back: 0 };
      for (const giveUp of breaking) giveUp();
      breaking = new Set();
      for (const told of mine) server.told.delete(told);
      mine.clear();
      if (was !== "cut") connections((heard) => heard.lost());
      if (to === "whole") connections((heard) => heard.connected());
    },
    sleep() {
      asleepSince ??= clock.now();
    },
    wake() {
      if (asleepSince === null) return;
      slept += clock.now() - asleepSince;
      asleepSince = null;
      const due = onWaking;
      onWaking = [];
      for (const callback of due) callback();
      for (const { learner } of pages) learner.back();
    },
  };
}
