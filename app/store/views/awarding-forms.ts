import { z } from "zod";
import type { Boundaries } from "../../exam/awarding/boundaries.ts";
import type { Stage } from "../../exam/awarding/stage.ts";
import { formName } from "../../exam/form/form-name.ts";
import { centresOf } from "../../exam/people/actor.ts";
import { refused } from "../../exam/people/refusals.ts";
import { Prisma } from "../generated/client.ts";
import { type Staged, stagesOf } from "./attempt-facts.ts";
import { view } from "./view.ts";

/** How many closed attempts of a form stand where. */
export type StageCounts = Readonly<Record<"marking" | "awaiting-award" | "graded" | "issued", number>>;

export type AwardingFormRow = {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly component: string;
  readonly maxMark: number;
  readonly retired: boolean;
  readonly sittings: number;
  readonly closed: number;
  readonly stages: StageCounts;
  readonly boundaries: (Boundaries & { readonly version: number }) | null;
};

/** Every form that is not for practice, those with work for an awarder first. */
export const awardingForms = view<object, { forms: readonly AwardingFormRow[] }>({
  who: ["awarder"],
  input: z.object({}),
  async read({ db, actor }) {
    if (centresOf(actor, ["awarder"]) !== "all") return refused("not-allowed");
    const forms = await db.form.findMany({
      where: { practice: false },
      include: { component: { select: { title: true } }, boundarySets: { orderBy: { version: "desc" }, take: 1 } },
      omit: { content: true, pictures: true },
      orderBy: [{ code: "asc" }, { version: "desc" }],
    });
    const staged = await stagesOf(db, Prisma.sql`a.phase = 'closed'`);
    const rows = forms.map((form): AwardingFormRow => {
      const attempts = staged.filter(({ formId }) => formId === form.id);
      const [set] = form.boundarySets;
      return {
        id: form.id,
        name: formName(form),
        title: form.title,
        component: form.component.title,
        maxMark: form.maxMark,
        retired: form.retiredAt !== null,
        sittings: new Set(attempts.map(({ sittingId }) => sittingId)).size,
        closed: attempts.length,
        stages: counted(attempts),
        boundaries: set ? { P: set.pass, M: set.merit, D: set.distinction, version: set.version } : null,
      };
    });
    return { ok: true, forms: rows.toSorted((a, b) => waiting(b) - waiting(a)) };
  },
});

export function counted(attempts: readonly Pick<Staged, "stage">[]): StageCounts {
  const at = (stage: Stage["stage"]) => attempts.filter((one) => one.stage.stage === stage).length;
  return { marking: at("marking"), "awaiting-award": at("awaiting-award"), graded: at("graded"), issued: at("issued") };
}

const waiting = ({ stages }: AwardingFormRow) => stages["awaiting-award"] + stages.graded;
