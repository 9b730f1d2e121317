import { z } from "zod";
import { centresOf, holdsAt, type Who } from "../../exam/people/actor.ts";
import { refused } from "../../exam/people/refusals.ts";
import { ruleBookAt } from "../../exam/rulebook/rule-book.ts";
import { type Instant, instant } from "../../exam/time/time.ts";
import type { Announced, Board, SittingState } from "../../live/contract.ts";
import type { PrismaClient } from "../generated/client.ts";
import { type CheckLine, lastChecks } from "./last-checks.ts";
import { type LostLine, lostLines, lostTime } from "./lost-time.ts";
import { roomLog } from "./room-log.ts";
import { type Presence, seatsOf } from "./seats.ts";
import { type Viewer, view } from "./view.ts";

const watchers: readonly Who[] = ["invigilator", "exams-officer", "administrator"];

export type SittingLine = Omit<SittingState, "invigilators" | "evacuatedAt" | "log"> & {
  readonly booked: number;
  readonly closed: number;
  /** The last readiness check of its room; null when none was made. */
  readonly lastCheck: CheckLine | null;
};

const list = view<Record<string, never>, { sittings: readonly SittingLine[] }>({
  who: watchers,
  input: z.object({}),
  async read({ db, actor }) {
    const centres = centresOf(actor, watchers);
    const rows = await db.sitting.findMany({
      where: centres === "all" ? {} : { centreId: { in: [...centres] } },
      include: {
        centre: true,
        component: true,
        _count: { select: { bookings: { where: { cancelledAt: null } }, attempts: { where: { phase: "closed" } } } },
      },
      orderBy: { startsAt: "asc" },
    });
    const checks = await lastChecks(
      db,
      rows.map(({ centreId }) => centreId),
    );
    return {
      ok: true,
      sittings: rows.map((row) => ({
        lastCheck: checks.find(({ centreId, room }) => centreId === row.centreId && room === row.room) ?? null,
        id: row.id,
        title: row.component.title,
        centre: row.centre.name,
        room: row.room,
        startsAt: instant(row.startsAt.getTime()),
        minutes: row.component.minutes,
        phase: row.phase as SittingState["phase"],
        booked: row._count.bookings,
        closed: row._count.attempts,
      })),
    };
  },
});

/** The board as it stands now; `live` counts its version and adds what has changed since. */
const board = (presence: Presence) =>
  view<{ sitting: string }, { board: Board }>({
    who: watchers,
    input: z.object({ sitting: z.uuid() }),
    async read({ db, actor, now }, { sitting }) {
      const found = await sittingState(db, sitting);
      if (found === null) return refused("not-found");
      if (!holdsAt(actor, watchers, found.centreId)) return refused("not-at-your-centre");
      const seats = await seatsOf(db, { sittingId: sitting, attempts: null }, { now, presence });
      return { ok: true, board: { version: 0, at: now, sitting: found.state, seats } };
    },
  });

/** The sitting without its seats, for whoever may watch them. */
const head = view<{ sitting: string }, { sitting: SittingState }>({
  who: watchers,
  input: z.object({ sitting: z.uuid() }),
  async read({ db, actor }, { sitting }) {
    const found = await sittingState(db, sitting);
    if (found === null) return refused("not-found");
    return holdsAt(actor, watchers, found.centreId)
      ? { ok: true, sitting: found.state }
      : refused("not-at-your-centre");
  },
});

export async function sittingState(
  db: PrismaClient,
  id: string,
): Promise<{ readonly centreId: string; readonly state: SittingState } | null> {
  const row = await db.sitting.findUnique({ where: { id }, include: { centre: true, component: true } });
  if (row === null) return null;
  const invigilators = await db.staffRole.findMany({
    where: { role: "invigilator", centreId: row.centreId },
    include: { staff: true },
  });
  return {
    centreId: row.centreId,
    state: {
      id: row.id,
      title: row.component.title,
      centre: `${row.centre.name} (${row.centre.number})`,
      room: row.room,
      startsAt: instant(row.startsAt.getTime()),
      minutes: row.component.minutes,
      phase: row.phase as SittingState["phase"],
      evacuatedAt: row.evacuatedAt && instant(row.evacuatedAt.getTime()),
      invigilators: invigilators.map(({ staff }) => staff.name),
      log: await roomLog(db, id),
    },
  };
}

export type IncidentLine = {
  readonly id: string;
  readonly type: string;
  readonly startedAt: Instant;
  readonly endedAt: Instant | null;
  readonly narrative: string;
  readonly byName: string;
  readonly at: Instant;
  /** The learner it is about, or null for the room. */
  readonly who: string | null;
};
export type AuditEntry = {
  readonly at: Instant;
  readonly actorName: string;
  readonly role: string;
  readonly action: string;
  readonly who: string | null;
  readonly why: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
};

const report = (presence: Presence) =>
  view<
    { sitting: string },
    {
      sitting: SittingState;
      register: Board["seats"];
      incidents: readonly IncidentLine[];
      announcements: readonly Announced[];
      lostTime: readonly LostLine[];
      audit: readonly AuditEntry[];
    }
  >({
    who: watchers,
    input: z.object({ sitting: z.uuid() }),
    async read({ db, actor, now }, { sitting }) {
      const found = await sittingState(db, sitting);
      if (found === null) return refused("not-found");
      if (!holdsAt(actor, watchers, found.centreId)) return refused("not-at-your-centre");
      const register = await seatsOf(db, { sittingId: sitting, attempts: null }, { now, presence });
      const names = new Map(register.map(({ attempt, name, seat }) => [attempt, `${name} (seat ${seat})`]));
      const nameOf = (attemptId: string | null) => (attemptId === null ? null : (names.get(attemptId) ?? null));
      const incidents = await db.incident.findMany({ where: { sittingId: sitting }, orderBy: { startedAt: "asc" } });
      const announcements = await db.announcement.findMany({ where: { sittingId: sitting }, orderBy: { at: "asc" } });
      const audit = await db.auditLine.findMany({ where: { sittingId: sitting }, orderBy: { id: "asc" } });
      return {
        ok: true,
        sitting: found.state,
        register,
        incidents: incidents.map((row) => ({
          id: row.id,
          type: row.type,
          startedAt: instant(row.startedAt.getTime()),
          endedAt: row.endedAt && instant(row.endedAt.getTime()),
          narrative: row.narrative,
          byName: row.byName,
          at: instant(row.at.getTime()),
          who: nameOf(row.attemptId),
        })),
        lostTime: await lostLines(db, sitting, { now, policy: ruleBookAt(found.state.startsAt).lostTime }),
        announcements: announcements.map(({ id, text, at }) => ({ id, text, at: instant(at.getTime()) })),
        audit: audit.map((row) => ({
          at: instant(row.at.getTime()),
          actorName: row.actorName,
          role: row.role,
          action: row.action,
          who: nameOf(row.attemptId),
          why: row.why,
          detail: row.detail as Record<string, unknown>,
        })),
      };
    },
  });

export const sittingViews = (see: Viewer, presence: Presence) => ({
  list: see(list),
  head: see(head),
  board: see(board(presence)),
  report: see(report(presence)),
  lostTime: see(lostTime),
});
