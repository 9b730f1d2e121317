import { z } from "zod";
import type { Boundaries } from "../../exam/awarding/boundaries.ts";
import type { Grade } from "../../exam/awarding/grade.ts";
import { toReissue } from "../../exam/awarding/issue.ts";
import { formName } from "../../exam/form/form-name.ts";
import type { Item } from "../../exam/item/item.ts";
import { type ItemResponse, isAnswered } from "../../exam/item/response.ts";
import { centresOf } from "../../exam/people/actor.ts";
import { refused } from "../../exam/people/refusals.ts";
import { type ItemStatistics, itemStatistics } from "../../exam/statistics/item-statistics.ts";
import type { MarkTable } from "../../exam/statistics/mark-table.ts";
import { type TestStatistics, testStatistics } from "../../exam/statistics/test-statistics.ts";
import type { Instant } from "../../exam/time/time.ts";
import type { Secrets } from "../../platform/secrets.ts";
import { awardingRows, type SetBoundaries } from "../awarding.ts";
import { bankRows, type FormPlace } from "../bank.ts";
import type { HeldAttempt } from "../mark-sheets.ts";
import type { Client } from "../store.ts";
import type { StageCounts } from "./awarding-forms.ts";
import { view } from "./view.ts";

/** A wholly marked attempt as an awarder sees it: no name, number or centre. `issued` is what was last released. */
export type AwardedCandidate = {
  readonly reference: string;
  readonly raw: number;
  readonly resit: boolean;
  readonly issued: {
    readonly version: number;
    readonly raw: number;
    readonly grade: Grade;
    readonly points: number;
  } | null;
};

/** A released result that would come out differently under today's marks and boundaries. */
export type ReissueRow = {
  readonly reference: string;
  readonly from: { readonly raw: number; readonly grade: Grade; readonly points: number };
  readonly to: { readonly raw: number; readonly grade: Grade; readonly points: number };
};

export type BoundaryVersion = Boundaries & {
  readonly version: number;
  readonly setAt: Instant;
  readonly by: string;
  readonly why: string;
};

export type AwardedItem = Omit<ItemStatistics, "item" | "candidates"> & {
  readonly number: number;
  readonly title: string;
  readonly area: string;
  readonly maxMark: number;
};

export type AwardingForm = {
  readonly form: {
    readonly id: string;
    readonly name: string;
    readonly title: string;
    readonly component: string;
    readonly maxMark: number;
    readonly retired: boolean;
  };
  readonly sittings: number;
  readonly stages: StageCounts;
  /** Newest first. */
  readonly versions: readonly BoundaryVersion[];
  /** Highest mark first. */
  readonly candidates: readonly AwardedCandidate[];
  readonly reissue: readonly ReissueRow[];
  readonly statistics: TestStatistics;
  readonly items: readonly AwardedItem[];
  /** Boundaries in force on the other forms of the component. */
  readonly neighbours: readonly (Boundaries & { readonly name: string; readonly maxMark: number })[];
};

/** All an awarder looks at to decide on the boundaries of one form. */
export const awardingForm = view<{ form: string }, AwardingForm>({
  who: ["awarder"],
  input: z.object({ form: z.uuid() }),
  async read({ db, actor, secrets }, { form: id }) {
    if (centresOf(actor, ["awarder"]) !== "all") return refused("not-allowed");
    const form = await db.form.findUnique({
      where: { id, practice: false },
      include: { component: true },
      omit: { content: true, pictures: true },
    });
    if (form === null) return refused("not-found");

    const rows = awardingRows(db);
    const sets = await rows.boundarySets(id);
    const held = await rows.held(id, sets[0] ?? null);
    const places = await bankRows(db).places(id);
    const table = await markTable(db, id, { held: held.filter(isMarked), places });
    return {
      ok: true,
      form: {
        id,
        name: formName(form),
        title: form.title,
        component: form.component.title,
        maxMark: form.maxMark,
        retired: form.retiredAt !== null,
      },
      sittings: new Set(held.map(({ sittingId }) => sittingId)).size,
      stages: stageCounts(held),
      versions: await named(db, sets),
      candidates: candidates(held, secrets),
      reissue: toReissue(held).map(({ attempt, issued, result }) => ({
        reference: reference(attempt, secrets),
        from: { raw: issued.raw, grade: issued.grade, points: issued.points },
        to: { raw: result.raw, grade: result.grade, points: result.points },
      })),
      statistics: testStatistics(table),
      items: itemStatistics(table).map(({ facility, discrimination, omitRate }, at) => ({
        ...about(places[at]!.item),
        number: places[at]!.number,
        facility,
        discrimination,
        omitRate,
      })),
      neighbours: await neighbours(db, form),
    };
  },
});

const isMarked = ({ result }: HeldAttempt) => result.stage !== "marking";

const about = ({ title, classification, maxMark }: Item) => ({ title, area: classification.area, maxMark });

/** The same for an attempt every time, and no way back to the learner from it. */
const reference = (attempt: string, secrets: Secrets) =>
  secrets.reference(`candidate at awarding: ${attempt}`).slice(0, 9);

function candidates(held: readonly HeldAttempt[], secrets: Secrets): readonly AwardedCandidate[] {
  return held
    .flatMap(({ attempt, attemptNumber, result, issued }) =>
      result.stage === "marking"
        ? []
        : [
            {
              reference: reference(attempt, secrets),
              raw: result.raw,
              resit: attemptNumber > 1,
              issued: issued && {
                version: issued.version,
                raw: issued.raw,
                grade: issued.grade,
                points: issued.points,
              },
            },
          ],
    )
    .toSorted((a, b) => b.raw - a.raw || (a.reference < b.reference ? -1 : 1));
}

function stageCounts(held: readonly HeldAttempt[]): StageCounts {
  const waiting = held.filter(({ issued }) => issued === null);
  const at = (stage: HeldAttempt["result"]["stage"]) => waiting.filter(({ result }) => result.stage === stage).length;
  return {
    marking: at("marking"),
    "awaiting-award": at("awaiting-award"),
    graded: at("graded"),
    issued: held.length - waiting.length,
  };
}

async function named(client: Client, sets: readonly SetBoundaries[]): Promise<readonly BoundaryVersion[]> {
  const staff = await client.staff.findMany({
    where: { id: { in: sets.map(({ setById }) => setById) } },
    select: { id: true, name: true },
  });
  const names = new Map(staff.map(({ id, name }) => [id, name]));
  return sets.map(({ boundaries, version, setAt, setById, why }) => ({
    ...boundaries,
    version,
    setAt,
    why,
    by: names.get(setById) ?? "somebody no longer here",
  }));
}

async function neighbours(client: Client, form: { readonly id: string; readonly componentId: string }) {
  const others = await client.form.findMany({
    where: { componentId: form.componentId, practice: false, id: { not: form.id } },
    select: { code: true, version: true, maxMark: true, boundarySets: { orderBy: { version: "desc" }, take: 1 } },
    orderBy: [{ code: "asc" }, { version: "asc" }],
  });
  return others.flatMap(({ boundarySets: [set], maxMark, ...other }) =>
    set ? [{ name: formName(other), maxMark, P: set.pass, M: set.merit, D: set.distinction }] : [],
  );
}

/** A row a wholly marked attempt; nothing where the learner gave nothing. */
async function markTable(
  client: Client,
  formId: string,
  { held, places }: { readonly held: readonly HeldAttempt[]; readonly places: readonly FormPlace[] },
): Promise<MarkTable> {
  const responses = await client.response.findMany({
    where: { counts: true, attempt: { formId, phase: "closed" } },
    select: { attemptId: true, number: true, value: true },
  });
  const answered = new Set(
    responses.flatMap(({ attemptId, number, value }) =>
      isAnswered(value as ItemResponse) ? [`${attemptId} ${number}`] : [],
    ),
  );
  return {
    items: places.map(({ item }) => ({ id: item.id, marks: item.maxMark })),
    rows: held.map(({ attempt, marks }) => {
      const given = new Map(marks.map((mark) => [mark.item, mark.marks]));
      return places.map(({ number, item }) =>
        answered.has(`${attempt} ${number}`) ? (given.get(item.id) ?? null) : null,
      );
    }),
  };
}
