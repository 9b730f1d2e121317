import { z } from "zod";
import { batchShape } from "../../exam/attempt/entry-shape.ts";
import {
  type Finding,
  fullRoomFound,
  machineFindings,
  verdictOn,
} from "../../exam/invigilation/readiness/machine-findings.ts";
import {
  type FullRoomReported,
  keyboards,
  type Measured,
  type Reported,
} from "../../exam/invigilation/readiness/measured.ts";
import { fullRoomShape, reportedShape } from "../../exam/invigilation/readiness/measured-shape.ts";
import type { Found, Verdict } from "../../exam/invigilation/readiness/verdict.ts";
import type { Actor } from "../../exam/people/actor.ts";
import { type Refused, refused } from "../../exam/people/refusals.ts";
import { ruleBookAt } from "../../exam/rulebook/rule-book.ts";
import type { Clock, Instant } from "../../exam/time/time.ts";
import type { Saved } from "../../live/contract.ts";
import type { SaveQueue } from "../../store/save-queue.ts";
import { badlyFormed, command, type Done, type Work } from "../door.ts";
import { lockOwnCheck, most, type OwnCheck } from "./check-work.ts";

/** All that a computer with a check's code may do. */

const step = z.string().trim().min(1).max(80);

/** Still here, and at this step; answered with the server's time. */
export const tellStep = command<{ step: string }, { at: Instant }>({
  name: "tell of a readiness step",
  who: ["dummy-seat"],
  input: z.object({ step }),
  async run(work, input) {
    const own = await lockOwnCheck(work);
    if (!own.ok) return own;
    await work.tx.readiness.heard(own.machine.id, input.step, work.now);
    return { ok: true, value: { at: work.now }, audit: [] };
  },
});

/** Takes seats to save from: one for the computer's own check, or as many as a full room has. */
export const takeSeats = command<{ fullRoom: boolean }, { seats: readonly string[] }>({
  name: "take dummy seats",
  who: ["dummy-seat"],
  input: z.object({ fullRoom: z.boolean() }),
  async run(work, { fullRoom }) {
    const own = await lockOwnCheck(work);
    if (!own.ok) return own;
    const seats = Array.from({ length: fullRoom ? own.check.seats : 1 }, () => work.ids.next());
    await work.tx.readiness.setSeats(own.machine.id, seats);
    return { ok: true, value: { seats }, audit: [] };
  },
});

export type Judged = { readonly verdict: Verdict; readonly findings: readonly Finding[] };

/** What a computer has measured, judged by the rules of the day and kept. */
export const reportMachine = command<Reported, Judged>({
  name: "report of a computer",
  who: ["dummy-seat"],
  input: reportedShape,
  async run(work, reported) {
    const own = await lockOwnCheck(work);
    if (!own.ok) return own;
    return judge(work, own, { ...reported, stored: await work.tx.readiness.stored(own.machine.id) });
  },
});

/** Somebody has tried the keyboard afterwards: the last measurements are judged anew with that. */
export const tellKeyboard = command<Pick<Reported, "keyboard">, Judged>({
  name: "report of a computer",
  who: ["dummy-seat"],
  input: z.object({ keyboard: z.enum(keyboards) }),
  async run(work, { keyboard }) {
    const own = await lockOwnCheck(work);
    if (!own.ok) return own;
    const last = await work.tx.readiness.lastMeasured(own.machine.id);
    return last === null ? refused("not-found") : judge(work, own, { ...last, keyboard });
  },
});

async function judge(
  { tx, now, ids }: Work,
  { check, machine }: OwnCheck,
  measured: Measured,
): Promise<Done<Judged> | Refused> {
  if ((await tx.readiness.results(machine.id)) >= most.results) return refused("check-full");
  const findings = machineFindings(measured, ruleBookAt(now).readiness);
  const verdict = verdictOn(findings);
  const of = { id: ids.next(), checkId: check.id, machineId: machine.id, at: now };
  await tx.readiness.addResult({ ...of, measured, verdict, findings });
  await tx.readiness.heard(machine.id, "Finished", now);
  return {
    ok: true,
    value: { verdict, findings },
    audit: [{ centreId: check.centreId, detail: { room: check.room, verdict } }],
  };
}

/** What the load of a full room came to, judged and kept. */
export const reportFullRoom = command<FullRoomReported, { found: Found }>({
  name: "report of a full room",
  who: ["dummy-seat"],
  input: fullRoomShape,
  async run(work, reported) {
    const own = await lockOwnCheck(work);
    if (!own.ok) return own;
    const { tx, now, ids } = work;
    const { check, machine } = own;
    if ((await tx.readiness.trialsFrom(machine.id)) >= most.results) return refused("check-full");
    const measured = { ...reported, seats: check.seats, stored: await tx.readiness.stored(machine.id) };
    const found = fullRoomFound(measured, ruleBookAt(now).readiness);
    await tx.readiness.addTrial({ id: ids.next(), checkId: check.id, machineId: machine.id, measured, found, at: now });
    return {
      ok: true,
      value: { found },
      audit: [{ centreId: check.centreId, detail: { room: check.room, verdict: found.verdict, seats: check.seats } }],
    };
  },
});

const saveShape = z.object({ attempt: z.uuid(), lease: z.uuid(), entries: batchShape });

export type DummySaving = { readonly dummyQueue: SaveQueue; readonly clock: Clock };

/** The message of a running test, from a dummy seat: the same door, the same queue, tables of its own. */
export const saveFromDummy =
  ({ dummyQueue, clock }: DummySaving) =>
  async (actor: Actor | null, raw: unknown): Promise<Saved> => {
    const receivedAt = clock.now();
    if (actor?.kind !== "dummy-seat") return refused(actor === null ? "not-signed-in" : "not-allowed");
    const read = saveShape.safeParse(raw);
    if (!read.success) return badlyFormed(read.error.issues);
    if (JSON.stringify(read.data.entries).length > most.message) return refused("check-full");
    return dummyQueue.save({ bookingId: actor.id, receivedAt, ...read.data });
  };
