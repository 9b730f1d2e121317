import { z } from "zod";
import { noForm, withEveryKind } from "../../exam/authoring/specimens.ts";
import type { Finding } from "../../exam/invigilation/readiness/machine-findings.ts";
import { type CheckedMachine, roomVerdict } from "../../exam/invigilation/readiness/room-verdict.ts";
import type { Found, Verdict } from "../../exam/invigilation/readiness/verdict.ts";
import { holdsAt, type Who } from "../../exam/people/actor.ts";
import { refused } from "../../exam/people/refusals.ts";
import { ruleBookAt } from "../../exam/rulebook/rule-book.ts";
import { before, type Instant, instant } from "../../exam/time/time.ts";
import { encrypt } from "../../platform/secrets.ts";
import {
  asChecked,
  bookedNext,
  type MachineLine,
  machinesOf,
  type NextSitting,
  type TrialLine,
  trialsOf,
} from "./checked-room.ts";
import { formForLearner } from "./exam-views.ts";
import { type CheckLine, checkLines } from "./last-checks.ts";
import { type Reading, type Viewer, view } from "./view.ts";

const watchers: readonly Who[] = ["invigilator", "exams-officer", "administrator"];

export type RoomToCheck = {
  readonly sitting: string;
  readonly title: string;
  readonly centre: string;
  readonly room: string;
  readonly startsAt: Instant;
  readonly booked: number;
  readonly mostSeats: number;
  /** The newest first; an open one among them. */
  readonly checks: readonly CheckLine[];
};

/** A sitting's room with all its checks. */
const ofSitting = view<{ sitting: string }, { room: RoomToCheck }>({
  who: watchers,
  input: z.object({ sitting: z.uuid() }),
  async read({ db, actor, now }, { sitting: id }) {
    const sitting = await db.sitting.findUnique({
      where: { id },
      include: {
        centre: true,
        component: true,
        _count: { select: { bookings: { where: { cancelledAt: null } } } },
      },
    });
    if (sitting === null) return refused("not-found");
    if (!holdsAt(actor, watchers, sitting.centreId)) return refused("not-at-your-centre");
    return {
      ok: true,
      room: {
        sitting: id,
        title: sitting.component.title,
        centre: sitting.centre.name,
        room: sitting.room,
        startsAt: instant(sitting.startsAt.getTime()),
        booked: sitting._count.bookings,
        mostSeats: ruleBookAt(now).readiness.mostSeats,
        checks: await checkLines(db, [sitting], now),
      },
    };
  },
});

export type CheckShown = {
  readonly id: string;
  readonly sitting: string;
  readonly centre: string;
  readonly room: string;
  readonly seats: number;
  readonly startedAt: Instant;
  readonly startedBy: string;
  /** What to type at the computers; null once it opens nothing. */
  readonly code: string | null;
  readonly until: Instant;
  readonly ended: { readonly at: Instant; readonly byName: string } | null;
  /** As it stands, or as it was when it ended. */
  readonly verdict: { readonly verdict: Verdict; readonly words: string; readonly reasons: readonly Found[] };
  readonly machines: readonly (MachineLine & Pick<CheckedMachine, "state">)[];
  readonly trials: readonly TrialLine[];
  readonly next: NextSitting;
};

/** One check, while it runs or afterwards. */
const check = view<{ check: string }, { check: CheckShown }>({
  who: watchers,
  input: z.object({ check: z.uuid() }),
  async read({ db, actor, now, secrets }, { check: id }) {
    const row = await db.readinessCheck.findUnique({ where: { id }, include: { centre: true, verdict: true } });
    if (row === null) return refused("not-found");
    if (!holdsAt(actor, watchers, row.centreId)) return refused("not-at-your-centre");
    const [machines, trials] = [await machinesOf(db, id), await trialsOf(db, id)];
    const next = await bookedNext(db, row, instant(row.endedAt?.getTime() ?? now));
    const isOpen = row.endedAt === null && row.expiresAt.getTime() > now;
    // Once it is over nobody is at work any more.
    const silentSince = isOpen ? before(now, ruleBookAt(now).readiness.silence) : instant(Number.POSITIVE_INFINITY);
    const judged = machines.map((machine) => asChecked(machine, silentSince));
    const asItStands = { machines: judged, booked: next.booked, fullRoom: trials.map(({ found }) => found) };
    return {
      ok: true,
      check: {
        id,
        sitting: row.sittingId,
        centre: row.centre.name,
        room: row.room,
        seats: row.seats,
        startedAt: instant(row.startedAt.getTime()),
        startedBy: row.startedBy,
        code: isOpen ? secrets.unseal(row.codeSealed) : null,
        until: instant(row.expiresAt.getTime()),
        ended: row.endedAt && { at: instant(row.endedAt.getTime()), byName: row.verdict?.byName ?? "" },
        verdict: row.verdict
          ? {
              verdict: row.verdict.verdict as Verdict,
              words: row.verdict.words,
              reasons: row.verdict.reasons as unknown as readonly Found[],
            }
          : roomVerdict(asItStands),
        machines: machines.map((machine, index) => ({ ...machine, state: judged[index]?.state ?? "gone" })),
        trials,
        next,
      },
    };
  },
});

const ownMachine = async ({ db, actor, now }: Reading) => {
  if (actor?.kind !== "dummy-seat") return null;
  const row = await db.checkedMachine.findUnique({ where: { id: actor.id }, include: { check: true } });
  const isOpen = row !== null && row.check.endedAt === null && row.check.expiresAt.getTime() > now;
  return isOpen ? row : null;
};

export type MachineRoom = {
  readonly machine: string;
  readonly name: string;
  readonly room: string;
  /** How many seats a full room has. */
  readonly seats: number;
  readonly findings: readonly Finding[] | null;
};

/** What the checked computer itself is shown. */
const machine = view<Record<string, never>, { machine: MachineRoom }>({
  who: ["dummy-seat"],
  input: z.object({}),
  async read(reading) {
    const row = await ownMachine(reading);
    if (row === null) return refused("check-ended");
    const { id, name, check: own } = row;
    const last = await reading.db.machineResult.findFirst({ where: { machineId: id }, orderBy: { at: "desc" } });
    const findings = last && (last.findings as unknown as readonly Finding[]);
    return { ok: true, machine: { machine: id, name, room: own.room, seats: own.seats, findings } };
  },
});

const keyOf = ({ secrets }: Reading, check: { id: string; formId: string | null }) =>
  secrets.formKey(check.formId ?? noForm.id, check.id);

/** Practice questions and specimens, locked as a test is: never anything of a live form. */
const sealedForm = view<Record<string, never>, { sealed: Uint8Array }>({
  who: ["dummy-seat"],
  input: z.object({}),
  async read(reading) {
    const row = await ownMachine(reading);
    if (row === null) return refused("check-ended");
    const practice = row.check.formId && (await formForLearner(reading.db, row.check.formId));
    const form = withEveryKind(practice || noForm);
    return { ok: true, sealed: encrypt(keyOf(reading, row.check), Buffer.from(JSON.stringify(form))) };
  },
});

/** What opens it; asked for only once the form is there, as at a start. */
const key = view<Record<string, never>, { key: string }>({
  who: ["dummy-seat"],
  input: z.object({}),
  async read(reading) {
    const row = await ownMachine(reading);
    if (row === null) return refused("check-ended");
    return { ok: true, key: keyOf(reading, row.check).toString("base64") };
  },
});

export const readinessViews = (see: Viewer) => ({
  ofSitting: see(ofSitting),
  check: see(check),
  machine: see(machine),
  sealedForm: see(sealedForm),
  key: see(key),
});
