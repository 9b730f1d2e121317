import { z } from "zod";

const criterionNumber = /^\d\.\d{1,2}$/;

/**
 * What the specification of a unit without a timed test allows: its learning outcomes with their assessment criteria, and
 * for each criterion the command words that ask for what it demands. Marks are of a whole item.
 */
export const knowledgeSpecification = z
  .strictObject({
    assessment: z.literal("knowledge"),
    unit: z.string().regex(/^[A-Z]{2,4}\d{1,2}$/),
    title: z.string().min(1),
    qualification: z.string().min(1),
    outcomes: z.record(
      z.string().regex(/^\d$/),
      z.strictObject({
        title: z.string().min(1),
        criteria: z.record(
          z.string().regex(criterionNumber),
          z.strictObject({ title: z.string().min(1), commands: z.array(z.string().min(1)).min(1).readonly() }),
        ),
      }),
    ),
    marks: z.strictObject({ least: z.int().min(1), most: z.int().min(1) }),
  })
  .superRefine(({ outcomes }, context) => {
    for (const [outcome, { criteria }] of Object.entries(outcomes)) {
      for (const criterion of Object.keys(criteria).filter((name) => !name.startsWith(`${outcome}.`))) {
        const path = ["outcomes", outcome, "criteria", criterion];
        context.addIssue({ code: "custom", path, message: `A criterion of outcome ${outcome} begins with ${outcome}` });
      }
    }
  });
export type KnowledgeSpecification = Readonly<z.infer<typeof knowledgeSpecification>>;

export type Criterion = {
  readonly criterion: string;
  readonly title: string;
  readonly commands: readonly string[];
  readonly outcome: string;
  readonly outcomeTitle: string;
};

/** Every criterion in order, with the outcome it belongs to. */
export const criteriaOf = ({ outcomes }: KnowledgeSpecification): readonly Criterion[] =>
  Object.entries(outcomes).flatMap(([outcome, { title: outcomeTitle, criteria }]) =>
    Object.entries(criteria).map(([criterion, rest]) => ({ criterion, ...rest, outcome, outcomeTitle })),
  );

/** An item's place is a criterion, such as 2.3, and not a content area, such as B3. */
export const isCriterion = (area: string) => criterionNumber.test(area);
