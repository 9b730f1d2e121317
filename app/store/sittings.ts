import { type Instant, instant } from "../exam/time/time.ts";
import type { Client } from "./store.ts";

export type SittingRows = ReturnType<typeof sittingRows>;

export type SittingPhase = "planned" | "open" | "ended";
export type SittingRow = {
  readonly id: string;
  readonly centreId: string;
  readonly componentId: string;
  readonly room: string;
  readonly startsAt: Instant;
  readonly minutes: number;
  readonly ruleSet: string;
  readonly phase: SittingPhase;
  readonly evacuatedAt: Instant | null;
};

export const sittingRows = (client: Client) => ({
  /**
   * Locks the sitting until the transaction ends; its attempts are locked after it, never before. Its key stays free: whoever
   * writes an attempt twice in one transaction has it looked up, and must not wait for whoever waits for that attempt.
   */
  async lock(id: string): Promise<SittingRow | null> {
    const found = await client.$queryRaw<{ id: string }[]>`
      SELECT id FROM sittings WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
    return found.length === 0 ? null : this.get(id);
  },

  async get(id: string): Promise<SittingRow | null> {
    const row = await client.sitting.findUnique({ where: { id }, include: { component: true } });
    return (
      row && {
        id: row.id,
        centreId: row.centreId,
        componentId: row.componentId,
        room: row.room,
        startsAt: instant(row.startsAt.getTime()),
        minutes: row.component.minutes,
        ruleSet: row.ruleSet,
        phase: row.phase as SittingPhase,
        evacuatedAt: row.evacuatedAt && instant(row.evacuatedAt.getTime()),
      }
    );
  },

  /** Everywhere, of every centre. */
  async open(): Promise<readonly (Pick<SittingRow, "id" | "centreId" | "room"> & { readonly title: string })[]> {
    const rows = await client.sitting.findMany({ where: { phase: "open" }, include: { component: true } });
    return rows.map(({ id, centreId, room, component }) => ({ id, centreId, room, title: component.title }));
  },

  async setPhase(id: string, phase: SittingPhase, now: Instant) {
    const when = phase === "open" ? { openedAt: new Date(now) } : phase === "ended" ? { endedAt: new Date(now) } : {};
    await client.sitting.update({ where: { id }, data: { phase, ...when } });
  },

  async setEvacuated(id: string, since: Instant | null) {
    await client.sitting.update({ where: { id }, data: { evacuatedAt: since && new Date(since) } });
  },

  async addIncident(incident: {
    readonly id: string;
    readonly sittingId: string;
    readonly attemptId: string | null;
    readonly type: string;
    readonly startedAt: Instant;
    readonly endedAt: Instant | null;
    readonly narrative: string;
    readonly byName: string;
    readonly at: Instant;
    /** Names the order, where a board gave it a name. */
    readonly key?: string | null;
  }) {
    const { startedAt, endedAt, at, ...rest } = incident;
    await client.incident.create({
      data: { ...rest, startedAt: new Date(startedAt), endedAt: endedAt && new Date(endedAt), at: new Date(at) },
    });
  },

  /** What was written down by the order of this name. */
  async writtenAs(sittingId: string, key: string) {
    const row = await client.incident.findUnique({ where: { sittingId_key: { sittingId, key } } });
    return (
      row && {
        id: row.id,
        attemptId: row.attemptId,
        type: row.type,
        startedAt: instant(row.startedAt.getTime()),
        endedAt: row.endedAt && instant(row.endedAt.getTime()),
        narrative: row.narrative,
      }
    );
  },

  incident: (id: string) => client.incident.findUnique({ where: { id }, include: { sitting: true } }),

  /** Ends those of a kind that are still open, with a last sentence to what was written. */
  async endIncidents(sittingId: string, type: string, { endedAt, more }: { endedAt: Instant; more: string }) {
    await client.$executeRaw`
      UPDATE incidents SET "endedAt" = ${new Date(endedAt)}, narrative = narrative || ${more}
      WHERE "sittingId" = ${sittingId}::uuid AND type = ${type} AND "endedAt" IS NULL`;
  },

  /** The first end stays, when two people end it at the same moment. */
  async endIncident(id: string, endedAt: Instant) {
    await client.incident.updateMany({ where: { id, endedAt: null }, data: { endedAt: new Date(endedAt) } });
  },

  async addAnnouncement({
    at,
    ...rest
  }: {
    readonly id: string;
    readonly sittingId: string;
    readonly text: string;
    readonly at: Instant;
    readonly byName: string;
    readonly key: string | null;
  }) {
    await client.announcement.create({ data: { ...rest, at: new Date(at) } });
  },

  /** What was announced by the order of this name. */
  async announcedAs(sittingId: string, key: string) {
    const row = await client.announcement.findUnique({ where: { sittingId_key: { sittingId, key } } });
    return row && { id: row.id, text: row.text, at: instant(row.at.getTime()) };
  },

  async announcements(sittingId: string) {
    const rows = await client.announcement.findMany({ where: { sittingId }, orderBy: { at: "asc" } });
    return rows.map(({ id, text, at }) => ({ id, text, at: instant(at.getTime()) }));
  },
});
