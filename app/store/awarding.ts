import type { Boundaries, BoundarySet } from "../exam/awarding/boundaries.ts";
import type { Grade } from "../exam/awarding/grade.ts";
import type { Graded, Share } from "../exam/awarding/result.ts";
import { type Instant, instant } from "../exam/time/time.ts";
import { type HeldAttempt, heldAttempts } from "./mark-sheets.ts";
import type { Client } from "./store.ts";

export type AwardingRows = ReturnType<typeof awardingRows>;

export type SetBoundaries = BoundarySet & { readonly setById: string; readonly setAt: Instant; readonly why: string };

export type NewResult = {
  readonly id: string;
  readonly attemptId: string;
  readonly version: number;
  readonly result: Graded;
  readonly releasedAt: Instant;
  readonly releasedById: string;
};

export const awardingRows = (client: Client) => ({
  /** Locks a form for awarding: two awarders never decide about it at the same moment. Bookings go on meanwhile. */
  async lockForm(id: string): Promise<{ readonly id: string; readonly maxMark: number } | null> {
    const [form] = await client.$queryRaw<{ id: string; maxMark: number }[]>`
      SELECT id, "maxMark" FROM forms WHERE id = ${id}::uuid AND NOT practice FOR NO KEY UPDATE`;
    return form ?? null;
  },

  /** Newest first. */
  async boundarySets(formId: string): Promise<readonly SetBoundaries[]> {
    const rows = await client.boundarySet.findMany({ where: { formId }, orderBy: { version: "desc" } });
    return rows.map(({ pass, merit, distinction, setAt, ...row }) => ({
      id: row.id,
      form: row.formId,
      version: row.version,
      boundaries: { P: pass, M: merit, D: distinction },
      setById: row.setById,
      setAt: instant(setAt.getTime()),
      why: row.why,
    }));
  },

  async addBoundarySet({ form, boundaries, setAt, ...row }: SetBoundaries) {
    const { P: pass, M: merit, D: distinction } = boundaries satisfies Boundaries;
    await client.boundarySet.create({
      data: { ...row, formId: form, pass, merit, distinction, setAt: new Date(setAt) },
    });
  },

  /** What every closed attempt on the form comes to under these boundaries. */
  held: (formId: string, boundarySet: BoundarySet | null): Promise<readonly HeldAttempt[]> =>
    heldAttempts(client, formId, boundarySet),

  /**
   * Until the transaction ends none of the attempts it answers can be voided and no task of theirs opened again. Tests that go
   * on are not among them: the answers of a whole hall would wait for the awarder.
   */
  async holdMarks(formId: string): Promise<ReadonlySet<string>> {
    const ended = await client.$queryRaw<{ id: string }[]>`
      SELECT id FROM attempts WHERE "formId" = ${formId}::uuid AND phase = 'closed' ORDER BY id FOR KEY SHARE`;
    await client.$queryRaw`
      SELECT t.id FROM marking_tasks t JOIN responses r ON r.id = t."responseId" JOIN attempts a ON a.id = r."attemptId"
      WHERE a."formId" = ${formId}::uuid ORDER BY t.id FOR SHARE OF t`;
    return new Set(ended.map(({ id }) => id));
  },

  async addResults(results: readonly NewResult[]) {
    await client.result.createMany({
      data: results.map(({ result, releasedAt, ...row }) => ({
        ...row,
        boundarySetId: result.boundarySet,
        raw: result.raw,
        grade: result.grade,
        points: result.points,
        byArea: byName(result.byArea),
        byObjective: byName(result.byObjective),
        releasedAt: new Date(releasedAt),
      })),
    });
  },

  learner: (id: string) => client.learner.findUnique({ where: { id }, select: { id: true, centreId: true } }),

  async addUnitGrade({
    at,
    ...row
  }: {
    readonly id: string;
    readonly learnerId: string;
    readonly unit: number;
    readonly grade: Grade;
    readonly at: Instant;
    readonly byName: string;
  }) {
    await client.internalGrade.create({ data: { ...row, at: new Date(at) } });
  },
});

const byName = (shares: readonly Share[]) =>
  Object.fromEntries(shares.map(({ name, marks, of }) => [name, { marks, max: of }]));
