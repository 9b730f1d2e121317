import type { App } from "../../app/app.ts";
import type { Entry } from "../../app/exam/attempt/entry.ts";
import type { Reported } from "../../app/exam/invigilation/readiness/measured.ts";
import { after, duration, minutes, seconds } from "../../app/exam/time/time.ts";
import { sha256 } from "../../app/platform/secrets.ts";
import type { Staff } from "./demonstration.ts";
import type { PastClock } from "./past-room.ts";
import { sure } from "./sure.ts";

/** An ordinary computer of a room, as it would report itself. */
const ordinary: Reported = {
  secure: true,
  browser: { name: "Edge", version: 131 },
  screen: { width: 1920, height: 969, zoom: 100 },
  clockAhead: 340,
  files: { count: 37, missing: 0, took: 1_260 },
  font: true,
  form: { fetched: 180, opened: 240 },
  drawn: ["choice", "text-entry", "match", "order", "gap-match", "hotspot"].map((type) => ({ type, took: 70 })),
  line: { opened: 160, breaks: 0 },
  saves: { sent: 12, acknowledged: 12, slowest: 210 },
  storage: { keeping: "kept", room: 41_000_000_000 },
  offline: "ready",
  keyboard: "right",
  otherTabs: 0,
};

/** What was wrong that afternoon, by the number of the computer. */
const odd: Readonly<Record<number, Partial<Reported>>> = {
  4: { clockAhead: -minutes(7) },
  9: { saves: { ...ordinary.saves, slowest: 2_300 } },
  11: { storage: { keeping: "refused", room: null } },
};

/** Put right half an hour later. */
const repaired = 11;

type Room = { readonly sitting: string; readonly officer: Staff; readonly computers: number };

/** The afternoon before the sitting: every computer of the room is checked, and the one that failed once more. */
export async function checkRoom(app: App, clock: PastClock, { sitting, officer, computers }: Room): Promise<void> {
  const { readiness } = app.commands;
  const { check } = await sure(readiness.start(officer, { sitting, seats: computers }));
  const shown = await sure(app.views.readiness.check(officer, { check }));
  const code = shown.check.code ?? "";
  for (let number = 1; number <= computers; number += 1) {
    clock.set(after(clock.now(), seconds(40)));
    await checkOne(app, code, { number, found: odd[number] ?? {} });
  }
  clock.set(after(clock.now(), minutes(30)));
  await checkOne(app, code, { number: repaired, found: {} });
  clock.set(after(clock.now(), minutes(4)));
  await sure(readiness.end(officer, { check }));
}

async function checkOne(
  app: App,
  code: string,
  { number, found }: { readonly number: number; readonly found: Partial<Reported> },
): Promise<void> {
  const { readiness } = app.commands;
  const name = `IT2-${String(number).padStart(2, "0")}`;
  const { token } = await sure(readiness.join(null, { code, name, address: "192.0.2.1" }));
  const machine = await app.actorOf(sha256(token));
  const [seat = ""] = (await sure(readiness.takeSeats(machine, { fullRoom: false }))).seats;
  await sure(readiness.save(machine, { attempt: seat, lease: seat, entries }));
  await sure(readiness.report(machine, { ...ordinary, ...found }));
}

const entries: readonly Entry[] = Array.from({ length: ordinary.saves.sent }, (_, index) => ({
  seq: index + 1,
  left: duration(0),
  kind: "answer",
  item: "PRACTICE-001",
  response: { RESPONSE: [`Answer ${index + 1} of a readiness check`] },
}));
