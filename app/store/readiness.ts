import { beginning } from "../exam/attempt/journal.ts";
import type { Finding } from "../exam/invigilation/readiness/machine-findings.ts";
import type { FullRoom, Measured } from "../exam/invigilation/readiness/measured.ts";
import type { RoomVerdict } from "../exam/invigilation/readiness/room-verdict.ts";
import type { Found, Verdict } from "../exam/invigilation/readiness/verdict.ts";
import { type Instant, instant } from "../exam/time/time.ts";
import { sha256 } from "../platform/secrets.ts";
import type { Client } from "./store.ts";
import { bookedNext, machinesOf, trialsOf } from "./views/checked-room.ts";

export type ReadinessRows = ReturnType<typeof readinessRows>;

export type CheckRow = {
  readonly id: string;
  readonly centreId: string;
  readonly sittingId: string;
  readonly room: string;
  readonly seats: number;
  readonly expiresAt: Instant;
  readonly endedAt: Instant | null;
};

type NewCheck = Omit<CheckRow, "endedAt"> & {
  readonly formId: string | null;
  readonly codeHash: string;
  readonly codeSealed: string;
  readonly startedAt: Instant;
  readonly startedBy: string;
};

export const readinessRows = (client: Client) => ({
  async add({ startedAt, expiresAt, ...check }: NewCheck) {
    await client.readinessCheck.create({
      data: { ...check, startedAt: new Date(startedAt), expiresAt: new Date(expiresAt) },
    });
  },

  /** Locks the check: its machines come in, report and are closed one after the other. */
  async lock(id: string): Promise<CheckRow | null> {
    const found = await client.$queryRaw<{ id: string }[]>`
      SELECT id FROM readiness_checks WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
    if (found.length === 0) return null;
    return checkRow(await client.readinessCheck.findUniqueOrThrow({ where: { id } }));
  },

  /** The check of this room that is still open. */
  async openIn({ centreId, room }: { readonly centreId: string; readonly room: string }, now: Instant) {
    const row = await client.readinessCheck.findFirst({
      where: { centreId, room, endedAt: null, expiresAt: { gt: new Date(now) } },
    });
    return row && checkRow(row);
  },

  async openWithCode(codeHash: string, now: Instant) {
    const row = await client.readinessCheck.findFirst({
      where: { codeHash, endedAt: null, expiresAt: { gt: new Date(now) } },
    });
    return row && checkRow(row);
  },

  async expired(now: Instant): Promise<readonly string[]> {
    const rows = await client.readinessCheck.findMany({
      where: { endedAt: null, expiresAt: { lte: new Date(now) } },
      select: { id: true },
      take: 20,
    });
    return rows.map(({ id }) => id);
  },

  /** Writes what the room came to, and sweeps what its dummy seats saved. */
  async end(check: CheckRow, { verdict, words, reasons }: RoomVerdict, end: { at: Instant; byName: string }) {
    const at = new Date(end.at);
    await client.readinessCheck.update({ where: { id: check.id }, data: { endedAt: at } });
    await client.readinessVerdict.create({
      data: { checkId: check.id, verdict, words, reasons: [...reasons], byName: end.byName, at },
    });
    await client.dummySeat.deleteMany({ where: { machine: { checkId: check.id } } });
  },

  practiceForm: async (componentId: string) =>
    (await client.form.findFirst({ where: { componentId, practice: true, retiredAt: null }, select: { id: true } }))
      ?.id ?? null,

  machines: (checkId: string) => machinesOf(client, checkId),
  trials: (checkId: string) => trialsOf(client, checkId),
  bookedNext: (check: CheckRow, now: Instant) => bookedNext(client, check, now),

  async addMachine({ now, ...machine }: { id: string; checkId: string; name: string; step: string; now: Instant }) {
    await client.checkedMachine.create({ data: { ...machine, arrivedAt: new Date(now), heardAt: new Date(now) } });
  },

  async heard(id: string, step: string, now: Instant) {
    await client.checkedMachine.update({ where: { id }, data: { step, heardAt: new Date(now) } });
  },

  /** Fresh seats for a machine; what its earlier ones saved is forgotten. */
  async setSeats(machineId: string, ids: readonly string[]) {
    await client.dummySeat.deleteMany({ where: { machineId } });
    await client.dummySeat.createMany({
      data: ids.map((id) => ({ id, machineId, head: beginning(id, sha256), savedThrough: 0 })),
    });
  },

  /** How many entries the machine's seats hold now. */
  stored: (machineId: string) => client.dummyEntry.count({ where: { seat: { machineId } } }),

  async addResult({ at, measured, findings, ...result }: MachineResult) {
    await client.machineResult.create({
      data: { ...result, measured, findings: [...findings], at: new Date(at) },
    });
  },

  results: (machineId: string) => client.machineResult.count({ where: { machineId } }),
  trialsFrom: (machineId: string) => client.fullRoomResult.count({ where: { machineId } }),

  async lastMeasured(machineId: string): Promise<Measured | null> {
    const last = await client.machineResult.findFirst({ where: { machineId }, orderBy: { at: "desc" } });
    return last && (last.measured as unknown as Measured);
  },

  async addTrial({ at, measured, found, ...trial }: TrialResult) {
    await client.fullRoomResult.create({ data: { ...trial, measured, found, at: new Date(at) } });
  },
});

type Of = { readonly id: string; readonly checkId: string; readonly machineId: string; readonly at: Instant };
type MachineResult = Of & {
  readonly measured: Measured;
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
};
type TrialResult = Of & { readonly measured: FullRoom; readonly found: Found };

const checkRow = (row: {
  id: string;
  centreId: string;
  sittingId: string;
  room: string;
  seats: number;
  expiresAt: Date;
  endedAt: Date | null;
}): CheckRow => ({
  id: row.id,
  centreId: row.centreId,
  sittingId: row.sittingId,
  room: row.room,
  seats: row.seats,
  expiresAt: instant(row.expiresAt.getTime()),
  endedAt: row.endedAt && instant(row.endedAt.getTime()),
});
