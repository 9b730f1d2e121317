import type { Clock } from "../exam/time/time.ts";
import type { Board, Changes, Pulse } from "./contract.ts";
import { type Reads, type WatchedRoom, watchedRoom } from "./watched-room.ts";

type Send = {
  changes(sittingId: string, changes: Changes): void;
  pulse(sittingId: string, pulse: Pulse): void;
  watched(sittingId: string): boolean;
};

type Health = Pick<Pulse, "behind" | "news">;

type Parts = {
  readonly clock: Clock;
  readonly reads: Reads;
  readonly send: Send;
  /** How the installation fares, for every pulse. */
  health(): Health;
  onError(error: unknown): void;
};

/** Milliseconds. */
const gatherFor = 250;
const pulseEvery = 1_000;
const lookAgainEvery = 4_000;

/** Gathers what changed and tells the watching boards at most four times a second; a pulse says that silence is silence. */
export function boards({ clock, reads, send, health, onError }: Parts) {
  const all = new Map<string, WatchedRoom>();
  const of = (sittingId: string): WatchedRoom => {
    const room =
      all.get(sittingId) ??
      watchedRoom({ sittingId, clock, reads, tell: (changes) => send.changes(sittingId, changes) });
    all.set(sittingId, room);
    return room;
  };

  const timers = [
    setInterval(() => {
      for (const [sittingId, room] of all) {
        if (send.watched(sittingId)) void room.renew().catch(onError);
        else all.delete(sittingId);
      }
    }, gatherFor),
    setInterval(() => {
      for (const [sittingId, room] of all) {
        room.lookAtConnections();
        send.pulse(sittingId, { version: room.version(), at: clock.now(), ...health() });
      }
    }, pulseEvery),
    setInterval(() => {
      // What another process writes and cannot say is found by reading everything.
      for (const room of all.values()) room.lookAgain(health().news === "read");
    }, lookAgainEvery),
  ];

  return {
    attemptChanged: (sittingId: string, attemptId: string) => all.get(sittingId)?.attemptChanged(attemptId),
    sittingChanged: (sittingId: string) => all.get(sittingId)?.sittingChanged(),
    /** The whole room for somebody who already hears its changes; null when there is no such sitting. */
    snapshot: (sittingId: string): Promise<Board | null> => of(sittingId).snapshot(),
    watched: (): readonly string[] => [...all.keys()],
    since: (sittingId: string, version: number) => of(sittingId).since(version),
    stop: () => timers.forEach(clearInterval),
  };
}
