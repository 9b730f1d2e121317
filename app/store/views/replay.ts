import { z } from "zod";
import type { Phase } from "../../exam/attempt/attempt.ts";
import type { Entry, Standing } from "../../exam/attempt/entry.ts";
import type { Line } from "../../exam/attempt/ledger.ts";
import { formName } from "../../exam/form/form-name.ts";
import type { LearnerForm } from "../../exam/item/learner-item.ts";
import { refused } from "../../exam/people/refusals.ts";
import type { Recorded } from "../../exam/proof/film.ts";
import { mayKnowWho, mayReplay, openFor, replayers } from "../../exam/proof/may-replay.ts";
import { readCode } from "../../exam/proof/receipt.ts";
import { before, type Instant, instant } from "../../exam/time/time.ts";
import type { PrismaClient } from "../generated/client.ts";
import { asideOf } from "../set-aside.ts";
import { formForLearner } from "./exam-views.ts";
import { type Reading, view } from "./view.ts";

export type ReplayFacts = {
  readonly attempt: string;
  readonly paper: string;
  readonly form: string;
  readonly receipt: string | null;
  readonly satAt: Instant;
  /** In how many questions an answer was set aside, so that what is marked may not be what stood at the end. */
  readonly aside: number;
  /** Null for whoever judges without knowing whose test it is. */
  readonly who: {
    readonly learner: string;
    readonly name: string;
    readonly candidateNumber: string;
    readonly centre: string;
  } | null;
};
export type Opened = {
  readonly record: Recorded;
  readonly form: LearnerForm;
  /** By item. */
  readonly versions: Readonly<Record<string, number>>;
  readonly why: string;
};
export type ReplayPage = {
  readonly facts: ReplayFacts /** Null until a reason is given. */;
  readonly opened: Opened | null;
};

/** An attempt to see again. What is in it comes only to somebody who has said why, within the hour. */
export const replayPage = view<{ attempt: string }, ReplayPage>({
  who: replayers,
  input: z.object({ attempt: z.uuid() }),
  async read(reading, { attempt }) {
    const { db, actor } = reading;
    const row = await attemptRow(db, attempt);
    if (row === null) return refused("not-found");
    const no = mayReplay(actor, { phase: row.phase as Phase, centreId: row.sitting.centreId });
    if (no) return no;
    const { learner } = row.booking;
    const { id, name, candidateNumber, centre } = learner;
    const aside = (await asideOf(db, [attempt])).get(attempt);
    const facts: ReplayFacts = {
      attempt,
      paper: row.booking.component.title,
      form: formName(row.form),
      receipt: row.receipt,
      satAt: instant((row.startedAt ?? row.sitting.startsAt).getTime()),
      aside: aside?.questions.length ?? 0,
      who: mayKnowWho(actor) ? { learner: id, name, candidateNumber, centre: centre.name } : null,
    };
    const why = await openingOf(reading, attempt);
    const opened = why === null ? null : await openedOf(db, row, why);
    return { ok: true, facts, opened: opened && (facts.who === null ? withoutNames(opened, learner.name) : opened) };
  },
});

/** Finds the attempt of a receipt's code, or of the identifier itself. */
export const findReplay = view<{ of: string }, { attempt: string | null }>({
  who: replayers,
  input: z.object({ of: z.string().trim().max(60) }),
  async read({ db }, { of }) {
    const code = readCode(of);
    const where = code === null ? (z.uuid().safeParse(of).success ? { id: of } : null) : { receipt: code };
    const found = where && (await db.attempt.findFirst({ where, select: { id: true } }));
    return { ok: true, attempt: found?.id ?? null };
  },
});

const attemptRow = (db: PrismaClient, id: string) =>
  db.attempt.findUnique({
    where: { id },
    include: {
      booking: { include: { component: true, learner: { include: { centre: true } } } },
      sitting: true,
      form: { select: { code: true, version: true } },
    },
  });
type AttemptRow = NonNullable<Awaited<ReturnType<typeof attemptRow>>>;

/** The reason this person gave within the hour; null when there is none. */
async function openingOf({ db, actor, now }: Reading, attemptId: string): Promise<string | null> {
  if (actor?.kind !== "staff") return null;
  const line = await db.auditLine.findFirst({
    where: { attemptId, actorId: actor.id, action: "open replay", at: { gt: new Date(before(now, openFor)) } },
    orderBy: { id: "desc" },
  });
  return line?.why ?? null;
}

async function openedOf(db: PrismaClient, row: AttemptRow, why: string): Promise<Opened | null> {
  const form = await formForLearner(db, row.formId);
  if (form === null) return null;
  const items = await db.formItem.findMany({
    where: { formId: row.formId },
    select: { item: { select: { itemId: true, version: true } } },
  });
  const versions = Object.fromEntries(items.map(({ item }) => [item.itemId, item.version]));
  return { record: await recordOf(db, row), form, versions, why };
}

/** Whose test it is, and at which centre, would be told by those who started and stopped its clock. */
const withoutNames = (opened: Opened, learner: string): Opened => ({
  ...opened,
  record: {
    ...opened.record,
    ledger: opened.record.ledger.map((line) => ({
      ...line,
      by: line.by === learner ? "The learner" : line.by === "Examhall" ? line.by : "The centre",
      ...("why" in line ? { why: line.why.replaceAll(learner, "the learner") } : {}),
    })),
  },
});

async function recordOf(db: PrismaClient, { id: attemptId, sittingId, phase }: AttemptRow): Promise<Recorded> {
  const inOrder = { where: { attemptId }, orderBy: { position: "asc" } } as const;
  const journal = await db.journalEntry.findMany(inOrder);
  const ledger = await db.ledgerLine.findMany(inOrder);
  const leases = await db.lease.findMany({ where: { attemptId }, orderBy: { startedAt: "asc" } });
  const announcements = await db.announcement.findMany({ where: { sittingId }, orderBy: { at: "asc" } });
  return {
    phase: phase as Phase,
    journal: journal.map(({ entry, standing, leaseId, receivedAt }) => ({
      entry: entry as unknown as Entry,
      standing: standing as Standing,
      lease: leaseId,
      receivedAt: instant(receivedAt.getTime()),
    })),
    ledger: ledger.map(({ line }) => line as unknown as Line),
    desks: leases.map(({ id, machine, startedAt, endedAt }) => ({
      id,
      machine,
      startedAt: instant(startedAt.getTime()),
      endedAt: endedAt && instant(endedAt.getTime()),
    })),
    announcements: announcements.map(({ id, text, at }) => ({ id, text, at: instant(at.getTime()) })),
  };
}
