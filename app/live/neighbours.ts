import type { News } from "../commands/door.ts";
import { type Clock, type Duration, type Instant, instant, none, seconds } from "../exam/time/time.ts";
import { type HolderOf, type Message, type PassedOn, readMessage } from "./between-processes.ts";
import type { HeldAttempt, PresenceHere } from "./presence.ts";

/** A line on which every process hears what any of them says, itself included; for as long as it holds. */
export type PartyLine = {
  say(text: string): void;
  hear(listener: (text: string) => void): void;
};

/** What is told at this process. */
export type ToldHere = {
  announce(news: readonly News[]): void;
  saved(attempts: readonly HeldAttempt[]): void;
  /** All boards that hold copies at that process. */
  holders(process: string, holders: readonly HolderOf[]): void;
  arranged(passedOn: PassedOn): void;
};

type Parts = {
  readonly line: PartyLine;
  /** A name no other process has. */
  readonly process: string;
  readonly clock: Clock;
  readonly presence: PresenceHere;
  readonly told: ToldHere;
  holdersHere(): readonly HolderOf[];
  /** How far saving lags behind at this process. */
  behind(): Duration;
  /** Looks in the database for what nobody can say while the line is broken. */
  lookForMissed(): Promise<void>;
  onError(error: unknown): void;
};

export type Neighbours = ReturnType<typeof neighbours>;

/** Milliseconds. */
const gatherFor = 200;
const sayHereEvery = 3_000;
const lookEvery = 2_000;
/** What we say ourselves comes back on a line that holds; when it has not for this long, it is broken. */
const echoWithin = seconds(8);

/**
 * Passes on to the other processes what happened here, and tells here what happened there. The line may break: then the
 * database is asked every two seconds, and once more when the line holds again, so that nothing stays untold.
 */
export function neighbours(parts: Parts) {
  const { line, process, clock, presence, told, holdersHere, behind, lookForMissed, onError } = parts;
  let echoAt: Instant = instant(0);
  let wasOpen = false;
  let looking = false;
  const savedHere = new Map<string, HeldAttempt>();
  const lag = new Map<string, { readonly behind: Duration; readonly at: Instant }>();

  const say = (said: Message["said"]) => line.say(JSON.stringify({ from: process, said } satisfies Message));
  const sayHere = () => {
    say({ kind: "here", held: presence.here(), behind: behind() });
    say({ kind: "holders", holders: [...holdersHere()] });
  };
  const isOpen = () => clock.now() - echoAt < echoWithin;
  const look = async () => {
    if (looking) return;
    looking = true;
    await lookForMissed().catch(onError);
    looking = false;
  };

  line.hear((text) => {
    const message = readMessage(text);
    if (message === null) return;
    const { from, said } = message;
    if (from === process) {
      echoAt = clock.now();
      if (!wasOpen) void look();
      wasOpen = true;
      return;
    }
    if (said.kind === "news") told.announce(said.news);
    if (said.kind === "saved") told.saved(said.attempts);
    if (said.kind === "holders") told.holders(from, said.holders);
    if (said.kind === "arrange") told.arranged(said);
    if (said.kind === "here") {
      lag.set(from, { behind: said.behind, at: clock.now() });
      told.saved(presence.heard(from, said.held));
    }
  });

  const passOnSaved = () => {
    if (savedHere.size === 0) return;
    say({ kind: "saved", attempts: [...savedHere.values()] });
    savedHere.clear();
  };
  let hereSoon = false;
  const timers = [
    setInterval(() => {
      passOnSaved();
      if (hereSoon) sayHere();
      hereSoon = false;
    }, gatherFor),
    setInterval(sayHere, sayHereEvery),
    setInterval(() => {
      if (isOpen()) return;
      wasOpen = false;
      void look();
    }, lookEvery),
  ];
  sayHere();

  return {
    announce(news: readonly News[]) {
      told.announce(news);
      say({ kind: "news", news: [...news] });
    },
    saved(attempts: readonly HeldAttempt[]) {
      told.saved(attempts);
      for (const one of attempts) savedHere.set(one.attemptId, one);
    },
    /** Whether it was heard shows in the answer, or in none. */
    passOn: (passedOn: PassedOn) => say({ kind: "arrange", ...passedOn }),
    /** Somebody's socket was opened or lost here, or a board holds copies. */
    presenceChanged() {
      hereSoon = true;
    },
    isOpen,
    /** The longest lag of any process that is still heard. */
    furthestBehind(): Duration {
      const now = clock.now();
      const others = [...lag.values()].filter(({ at }) => now - at < echoWithin).map((one) => one.behind);
      return others.reduce((most, one) => (one > most ? one : most), none);
    },
    stop() {
      timers.forEach(clearInterval);
      passOnSaved();
      say({ kind: "here", held: {}, behind: none });
      say({ kind: "holders", holders: [] });
    },
  };
}
