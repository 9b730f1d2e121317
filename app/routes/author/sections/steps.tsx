import { Button } from "../../../components/button.tsx";
import { PlusIcon } from "../../../components/icons.tsx";
import { withWay } from "../../../exam/item/edit/limits.ts";
import type { Step } from "../../../exam/item/edit/marking-way.ts";
import { useAuthor } from "../author-context.ts";
import { NumberField } from "../fields/number-field.tsx";

type Props = { readonly steps: readonly Step[] /** Right parts there are. */; readonly parts: number };

/** So many right, so many marks; the highest step first. */
export function Steps({ steps, parts }: Props) {
  const { edit } = useAuthor();
  const say = (next: readonly Step[], group?: string) =>
    edit((item) => withWay(item, { kind: "steps", steps: next.toSorted((a, b) => b.parts - a.parts) }), group);
  const change = (at: number, part: Partial<Step>) =>
    say(
      steps.map((step, index) => (index === at ? { ...step, ...part } : step)),
      `step ${at}`,
    );
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 font-bold">{parts} can be right</legend>
      {steps.map((step, at) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is known by its place alone.
          key={at}
          className="flex flex-wrap items-end gap-3"
        >
          <NumberField
            label="Right, at least"
            value={step.parts}
            least={1}
            most={99}
            className="w-40"
            onChange={(value) => change(at, { parts: value })}
          />
          <NumberField
            label="Marks"
            value={step.marks}
            least={0}
            most={99}
            className="w-28"
            onChange={(value) => change(at, { marks: value })}
          />
          {steps.length > 1 && (
            <Button size="small" variant="plain" className="min-h-11" onClick={() => say(steps.toSpliced(at, 1))}>
              Remove step
            </Button>
          )}
        </div>
      ))}
      <p>
        <Button
          size="small"
          variant="quiet"
          icon={<PlusIcon />}
          onClick={() => {
            const lowest = steps.at(-1) ?? { parts: 2, marks: 2 };
            say([...steps, { parts: Math.max(1, lowest.parts - 1), marks: Math.max(0, lowest.marks - 1) }]);
          }}
        >
          Add a step
        </Button>
      </p>
    </fieldset>
  );
}
