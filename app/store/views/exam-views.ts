import { z } from "zod";
import type { Phase } from "../../exam/attempt/attempt.ts";
import { allowance, type Line } from "../../exam/attempt/ledger.ts";
import { learnerForm } from "../../exam/form/for-learner.ts";
import type { Form } from "../../exam/form/form.ts";
import type { Item, Stimulus } from "../../exam/item/item.ts";
import type { LearnerForm } from "../../exam/item/learner-item.ts";
import { type Refused, refused } from "../../exam/people/refusals.ts";
import type { ArrangementCode } from "../../exam/rulebook/access-arrangements.ts";
import { arrangementOf } from "../../exam/rulebook/allowance.ts";
import { ruleBookAt } from "../../exam/rulebook/rule-book.ts";
import { type Duration, type Instant, instant } from "../../exam/time/time.ts";
import { encrypt } from "../../platform/secrets.ts";
import type { PrismaClient } from "../generated/client.ts";
import { type SealedForms, sealedForms } from "./sealed-forms.ts";
import { type Reading, type Viewer, view } from "./view.ts";

export type ExamRoom = {
  readonly attempt: string;
  readonly name: string;
  readonly candidateNumber: string;
  readonly title: string;
  readonly centre: string;
  readonly room: string;
  readonly seat: string;
  readonly startsAt: Instant;
  /** All the time there is, in milliseconds, with extra time. */
  readonly allowance: Duration;
  readonly marks: number;
  readonly items: number;
  readonly arrangements: readonly string[];
  readonly phase: Phase;
  readonly formId: string;
  readonly receipt: string | null;
};

const own = async ({ db, actor }: Reading) =>
  actor?.kind !== "candidate"
    ? null
    : db.attempt.findUnique({
        where: { bookingId: actor.bookingId },
        include: {
          booking: { include: { learner: { include: { centre: true } }, component: true } },
          sitting: true,
          form: { include: { _count: { select: { items: true } } } },
          ledger: { orderBy: { position: "asc" } },
        },
      });

const room = view<Record<string, never>, ExamRoom>({
  who: ["candidate"],
  input: z.object({}),
  async read(reading) {
    const row = await own(reading);
    if (row === null) return refused("no-such-attempt");
    const { booking, sitting, form } = row;
    const rules = ruleBookAt(instant(sitting.startsAt.getTime()));
    const codes = booking.arrangements as unknown as readonly { code: ArrangementCode }[];
    return {
      ok: true,
      attempt: row.id,
      name: booking.learner.name,
      candidateNumber: booking.learner.candidateNumber,
      title: booking.component.title,
      centre: booking.learner.centre.name,
      room: sitting.room,
      seat: booking.seat,
      startsAt: instant(sitting.startsAt.getTime()),
      allowance: allowance(row.ledger.map(({ line }) => line as unknown as Line)),
      marks: form.maxMark,
      items: form._count.items,
      arrangements: codes.map(({ code }) => arrangementOf(code, rules)?.name ?? code),
      phase: row.phase as Phase,
      formId: row.formId,
      receipt: row.receipt,
    };
  },
});

/** The form, locked: encrypted with a key that is given only when the test starts. */
const sealedForm = (kept: SealedForms) =>
  view<Record<string, never>, { sealed: Uint8Array }>({
    who: ["candidate"],
    input: z.object({}),
    async read({ db, actor, secrets }) {
      const row = actor?.kind === "candidate" && (await standingOf(db, actor.bookingId));
      if (!row) return refused("no-such-attempt");
      if (row.phase === "booked") return refused("too-early", "The invigilator lets you in first.");
      if (row.phase === "closed" || row.phase === "voided") return refused("attempt-closed");
      const sealed = await kept.of(row, async () => {
        const form = await formForLearner(db, row.formId);
        return form && encrypt(secrets.formKey(row.formId, row.sittingId), Buffer.from(JSON.stringify(form)));
      });
      return sealed === null ? refused("not-found") : { ok: true, sealed };
    },
  });

const standingOf = (db: PrismaClient, bookingId: string) =>
  db.attempt.findUnique({ where: { bookingId }, select: { phase: true, formId: true, sittingId: true } });

const practice = view<Record<string, never>, { form: LearnerForm }>({
  who: ["candidate"],
  input: z.object({}),
  async read(reading) {
    const row = await own(reading);
    if (row === null) return refused("no-such-attempt");
    return practiceOf(reading.db, row.booking.componentId);
  },
});

async function practiceOf(db: PrismaClient, componentId: string): Promise<{ ok: true; form: LearnerForm } | Refused> {
  const practiceForm = await db.form.findFirst({ where: { componentId, practice: true, retiredAt: null } });
  const form = practiceForm && (await formForLearner(db, practiceForm.id));
  return form ? { ok: true, form } : refused("not-found");
}

/** The whole of a form as a learner gets it; null when there is no such form. */
export async function formForLearner(db: PrismaClient, formId: string): Promise<LearnerForm | null> {
  const form = await db.form.findUnique({
    where: { id: formId },
    include: { items: { include: { item: true, stimulus: true } } },
  });
  if (form === null) return null;
  const items = form.items.map(({ item }) => item.content as unknown as Item);
  const stimuli = form.items.flatMap(({ stimulus }) => (stimulus ? [stimulus.content as unknown as Stimulus] : []));
  const unique = [...new Map(stimuli.map((stimulus) => [stimulus.id, stimulus])).values()];
  return learnerForm(form.content as unknown as Form, {
    items,
    stimuli: unique,
    pictures: form.pictures as Record<string, string>,
  });
}

export const examViews = (see: Viewer) => ({
  room: see(room),
  sealedForm: see(sealedForm(sealedForms())),
  practice: see(practice),
});
