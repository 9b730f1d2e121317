import { z } from "zod";
import type { Grade } from "../../exam/awarding/grade.ts";
import { better } from "../../exam/awarding/result.ts";
import type { Stage } from "../../exam/awarding/stage.ts";
import { formName } from "../../exam/form/form-name.ts";
import { refused } from "../../exam/people/refusals.ts";
import { type Instant, instant } from "../../exam/time/time.ts";
import { stagesById } from "./attempt-facts.ts";
import { type LearnerUnits, learnerUnits } from "./unit-outcomes.ts";
import { view } from "./view.ts";

export type AreaMarks = {
  readonly area: string;
  readonly title: string | null;
  readonly marks: number;
  readonly of: number;
};

export type LearnerAttempt = {
  readonly attemptNumber: number;
  readonly form: string;
  readonly satAt: Instant;
  /** The attempt of the booking signed in with. */
  readonly isThis: boolean;
  /** Its result is the one that counts. */
  readonly counts: boolean;
  readonly stage: Stage;
  readonly result: {
    readonly grade: Grade;
    readonly points: number;
    readonly raw: number;
    readonly of: number;
    readonly releasedAt: Instant;
    /** Above 1 when the result was issued again. */
    readonly version: number;
    readonly byArea: readonly AreaMarks[];
  } | null;
};

type Value = {
  readonly name: string;
  readonly candidateNumber: string;
  readonly centre: string;
  readonly title: string;
  /** This booking's attempt first, then earlier ones. */
  readonly attempts: readonly LearnerAttempt[];
  readonly qualification: LearnerUnits;
};

const sharesOf = z.record(z.string(), z.object({ marks: z.number(), max: z.number() }));
const titlesOf = z.record(z.string(), z.string()).catch({});

/** A candidate's own results at this test: of the booking they signed in with, and of earlier attempts. */
export const learnerResult = view<object, Value>({
  who: ["candidate"],
  input: z.object({}),
  async read({ db, actor }) {
    if (actor?.kind !== "candidate") return refused("not-signed-in");
    const booking = await db.booking.findUnique({
      where: { id: actor.bookingId },
      include: { learner: { include: { centre: true } }, component: true },
    });
    if (booking === null) return refused("not-found");
    const { learner, component, attemptNumber } = booking;

    const attempts = await db.attempt.findMany({
      where: {
        phase: { in: ["closed", "voided"] },
        booking: { learnerId: learner.id, componentId: component.id, attemptNumber: { lte: attemptNumber } },
      },
      include: {
        booking: true,
        sitting: true,
        form: { omit: { content: true, pictures: true } },
        results: { orderBy: { version: "desc" }, take: 1 },
      },
      orderBy: { booking: { attemptNumber: "desc" } },
    });
    const stages = await stagesById(
      db,
      attempts.map(({ id }) => id),
    );
    const titles = titlesOf.parse(component.areas);
    const lines = attempts.map((attempt): LearnerAttempt & { readonly id: string } => ({
      id: attempt.id,
      attemptNumber: attempt.booking.attemptNumber,
      form: formName(attempt.form),
      satAt: instant((attempt.startedAt ?? attempt.sitting.startsAt).getTime()),
      isThis: attempt.bookingId === booking.id,
      counts: false,
      stage: stages.get(attempt.id)!,
      result: attempt.phase === "closed" ? released(attempt.results[0], attempt.form.maxMark, titles) : null,
    }));
    const best = better(lines.toReversed().flatMap(({ id, result }) => (result ? [{ id, ...result }] : [])));
    return {
      ok: true,
      name: learner.name,
      candidateNumber: learner.candidateNumber,
      centre: learner.centre.name,
      title: component.title,
      attempts: lines.map(({ id, ...line }) => ({ ...line, counts: id === best?.id })),
      qualification: await learnerUnits(db, learner.id),
    };
  },
});

type ResultRow = { grade: string; points: number; raw: number; releasedAt: Date; version: number; byArea: unknown };

function released(
  row: ResultRow | undefined,
  of: number,
  titles: Readonly<Record<string, string>>,
): LearnerAttempt["result"] {
  if (row === undefined) return null;
  return {
    grade: row.grade as Grade,
    points: row.points,
    raw: row.raw,
    of,
    releasedAt: instant(row.releasedAt.getTime()),
    version: row.version,
    byArea: Object.entries(sharesOf.parse(row.byArea)).map(([area, { marks, max }]) => ({
      area,
      title: titles[area] ?? null,
      marks,
      of: max,
    })),
  };
}
