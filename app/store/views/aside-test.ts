import { z } from "zod";
import type { Phase } from "../../exam/attempt/attempt.ts";
import { formName } from "../../exam/form/form-name.ts";
import { picturesOf } from "../../exam/item/content.ts";
import type { LearnerForm } from "../../exam/item/learner-item.ts";
import { refused } from "../../exam/people/refusals.ts";
import { mayReplay, replayers } from "../../exam/proof/may-replay.ts";
import type { QuestionAside, Statement } from "../../exam/proof/set-aside.ts";
import { type Instant, instant } from "../../exam/time/time.ts";
import type { PrismaClient } from "../generated/client.ts";
import { asideOf } from "../set-aside.ts";
import { formForLearner } from "./exam-views.ts";
import { view } from "./view.ts";

export type AsideTestPage = {
  readonly attempt: string;
  readonly receipt: string | null;
  readonly paper: string;
  readonly form: string;
  readonly satAt: Instant;
  readonly isReleased: boolean;
  /** How many entries the journal has: what a decision says it has seen. */
  readonly seen: number;
  readonly questions: readonly QuestionAside[];
  /** What was asked, as the learner saw it; only the questions there are to decide about. */
  readonly asked: Pick<LearnerForm, "items" | "pictures">;
  /** What the invigilator said, without names. */
  readonly statement: { readonly choice: Statement; readonly why: string; readonly at: Instant } | null;
};

/** The answers to one question side by side, for whoever decides which is marked and does not know whose they are. */
export const asideTest = view<{ attempt: string }, AsideTestPage>({
  who: replayers,
  input: z.object({ attempt: z.uuid() }),
  async read({ db, actor }, { attempt }) {
    const row = await attemptRow(db, attempt);
    if (row === null) return refused("not-found");
    const no = mayReplay(actor, { phase: row.phase as Phase, centreId: row.sitting.centreId });
    if (no) return no;
    const aside = (await asideOf(db, [attempt])).get(attempt);
    const questions = aside?.questions ?? [];
    const said = aside?.statement ?? null;
    const learner = row.booking.learner.name;
    return {
      ok: true,
      attempt,
      receipt: row.receipt,
      paper: row.booking.component.title,
      form: formName(row.form),
      satAt: instant((row.startedAt ?? row.sitting.startsAt).getTime()),
      isReleased: row._count.results > 0,
      seen: row.position,
      questions,
      asked: await askedIn(db, row.formId, questions),
      statement: said && { choice: said.choice, why: said.why.replaceAll(learner, "the learner"), at: said.at },
    };
  },
});

const attemptRow = (db: PrismaClient, id: string) =>
  db.attempt.findUnique({
    where: { id },
    include: {
      booking: { include: { component: true, learner: { select: { name: true } } } },
      sitting: true,
      form: { select: { code: true, version: true } },
      _count: { select: { results: true } },
    },
  });

async function askedIn(db: PrismaClient, formId: string, questions: readonly QuestionAside[]) {
  const form = await formForLearner(db, formId);
  const numbers = new Set(questions.map(({ number }) => number));
  const items = (form?.items ?? []).filter(({ number }) => numbers.has(number));
  const names = items.flatMap(({ body }) => picturesOf(body));
  return {
    items,
    pictures: Object.fromEntries(names.flatMap((name) => (form?.pictures[name] ? [[name, form.pictures[name]]] : []))),
  };
}
