import { Checkbox } from "../../../components/checkbox.tsx";
import { Segmented } from "../../../components/segmented.tsx";
import type { Interaction } from "../../../exam/item/body.ts";
import { withLimits, withSeveral } from "../../../exam/item/edit/limits.ts";
import { useAuthor } from "../author-context.ts";
import { NumberField } from "../fields/number-field.tsx";
import { useAnswer } from "./use-answer.ts";

/** What a limit of 0 means, and how it is set. */
const limitWords = (limit: number) => (limit === 0 ? "as many as they like" : "(0 is no limit)");

type HowManyProps = {
  readonly interaction: Extract<Interaction, { readonly type: "choice" | "hotspot" }>;
  /** How many there are to choose from. */
  readonly most: number;
  readonly one: string;
};

/** Whether learners choose one or several, and at most how many. */
export function HowMany({ interaction: { response, maxChoices }, most, one }: HowManyProps) {
  const { edit } = useAuthor();
  const several = maxChoices !== 1;
  return (
    <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
      <Segmented
        legend="Learners choose"
        value={several ? "several" : "one"}
        onChange={(value) => edit((item) => withSeveral(item, response, value === "several"))}
        options={[
          { value: "one", label: one },
          { value: "several", label: "Several" },
        ]}
      />
      {several && (
        <NumberField
          label="At most"
          suffix={limitWords(maxChoices)}
          value={maxChoices}
          most={most}
          onChange={(value) => edit((item) => withLimits(item, response, { maxChoices: value === 1 ? 2 : value }))}
        />
      )}
    </div>
  );
}

/** At most how many pairs, and whether each learner gets another order. */
export function HowManyPairs({
  interaction,
}: {
  readonly interaction: Extract<Interaction, { readonly type: "associate" | "match" }>;
}) {
  const { edit } = useAuthor();
  const { response, maxAssociations, shuffle } = interaction;
  const answer = useAnswer(interaction);
  return (
    <div className="flex flex-wrap items-end gap-x-6 gap-y-2">
      <NumberField
        label="Pairs a learner may make"
        suffix={limitWords(maxAssociations)}
        value={maxAssociations}
        onChange={(value) => edit((item) => withLimits(item, response, { maxAssociations: value }))}
      />
      <Checkbox
        label="Mixed for each learner"
        checked={shuffle}
        onChange={(event) => answer.set({ shuffle: event.currentTarget.checked })}
      />
    </div>
  );
}
