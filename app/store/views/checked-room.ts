import type { Finding } from "../../exam/invigilation/readiness/machine-findings.ts";
import type { FullRoom, Measured } from "../../exam/invigilation/readiness/measured.ts";
import type { CheckedMachine } from "../../exam/invigilation/readiness/room-verdict.ts";
import type { Found, Verdict } from "../../exam/invigilation/readiness/verdict.ts";
import { type Instant, instant } from "../../exam/time/time.ts";
import type { Client } from "../store.ts";

export type MachineLine = {
  readonly id: string;
  readonly name: string;
  readonly step: string;
  readonly arrivedAt: Instant;
  readonly heardAt: Instant;
  /** The last result; null while there is none. */
  readonly result: {
    readonly verdict: Verdict;
    readonly findings: readonly Finding[];
    readonly measured: Measured;
    readonly at: Instant;
  } | null;
  /** How often it was checked. */
  readonly times: number;
};

export type TrialLine = {
  readonly id: string;
  readonly machine: string;
  readonly found: Found;
  readonly measured: FullRoom;
  readonly at: Instant;
};

/** The computers of a check, by name, each with its last result. */
export async function machinesOf(client: Client, checkId: string): Promise<readonly MachineLine[]> {
  const rows = await client.checkedMachine.findMany({
    where: { checkId },
    include: { results: { orderBy: { at: "desc" }, take: 1 }, _count: { select: { results: true } } },
  });
  return rows
    .map((row) => {
      const [result] = row.results;
      return {
        id: row.id,
        name: row.name,
        step: row.step,
        arrivedAt: instant(row.arrivedAt.getTime()),
        heardAt: instant(row.heardAt.getTime()),
        result:
          result === undefined
            ? null
            : {
                verdict: result.verdict as Verdict,
                findings: result.findings as unknown as readonly Finding[],
                measured: result.measured as unknown as Measured,
                at: instant(result.at.getTime()),
              },
        times: row._count.results,
      };
    })
    .sort((a, b) => a.name.localeCompare(b.name, "en", { numeric: true }));
}

/** The trials with a full room, oldest first. */
export async function trialsOf(client: Client, checkId: string): Promise<readonly TrialLine[]> {
  const rows = await client.fullRoomResult.findMany({
    where: { checkId },
    include: { machine: true },
    orderBy: { at: "asc" },
  });
  return rows.map((row) => ({
    id: row.id,
    machine: row.machine.name,
    found: row.found as Found,
    measured: row.measured as unknown as FullRoom,
    at: instant(row.at.getTime()),
  }));
}

/** How the room's rule sees a computer. */
export const asChecked = ({ name, result, heardAt }: MachineLine, silentSince: Instant): CheckedMachine => ({
  name,
  state: result !== null ? "checked" : heardAt < silentSince ? "gone" : "checking",
  verdict: result?.verdict ?? null,
});

export type NextSitting = { readonly id: string; readonly startsAt: Instant; readonly booked: number };

/** The next sitting in the checked room; where none is to come, the one the check was started from. */
export async function bookedNext(
  client: Client,
  { centreId, room, sittingId }: { readonly centreId: string; readonly room: string; readonly sittingId: string },
  now: Instant,
): Promise<NextSitting> {
  const include = { _count: { select: { bookings: { where: { cancelledAt: null } } } } } as const;
  const next = await client.sitting.findFirst({
    where: { centreId, room, phase: { not: "ended" }, startsAt: { gt: new Date(now) } },
    orderBy: { startsAt: "asc" },
    include,
  });
  const row = next ?? (await client.sitting.findUniqueOrThrow({ where: { id: sittingId }, include }));
  return { id: row.id, startsAt: instant(row.startsAt.getTime()), booked: row._count.bookings };
}
