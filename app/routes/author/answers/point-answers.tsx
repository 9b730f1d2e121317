import { useState } from "react";
import type { Area } from "../../../exam/item/area.ts";
import type { Interaction } from "../../../exam/item/body.ts";
import type { AreaMapping } from "../../../exam/item/declaration.ts";
import { withDeclaration } from "../../../exam/item/edit/key.ts";
import { withLimits } from "../../../exam/item/edit/limits.ts";
import { boxOf } from "../../../exam/item/edit/shapes.ts";
import { sourceOf } from "../../../player/interactions/source-of.ts";
import { useAuthor } from "../author-context.ts";
import { NumberField } from "../fields/number-field.tsx";
import { Reorderable } from "../fields/reorderable.tsx";
import { PictureField } from "./picture-field.tsx";
import { Numbers } from "./region-answers.tsx";
import { RegionCanvas } from "./region-canvas.tsx";
import { useAnswer } from "./use-answer.ts";

type Pointing = Extract<Interaction, { readonly type: "select-point" }>;
type Entry = AreaMapping["entries"][number];

/** Areas of a picture with what a point in them is worth. Learners do not see the areas. */
export function PointAnswers({ interaction }: { readonly interaction: Pointing }) {
  const { edit, pictures } = useAuthor();
  const { picture, response, maxChoices } = interaction;
  const { declaration } = useAnswer(interaction);
  const entries = declaration?.areas?.entries ?? [];
  const [chosen, choose] = useState<string | null>(null);
  const say = (next: readonly Entry[], group?: string) =>
    edit(
      (item) =>
        withDeclaration(item, response, (one) => ({
          ...one,
          correct: middles(next),
          areas: withEntries(one.areas, next),
        })),
      group,
    );
  const change = (at: number, part: Partial<Entry>) =>
    say(
      entries.map((entry, index) => (index === at ? { ...entry, ...part } : entry)),
      `area ${response} ${at}`,
    );
  const { width, height } = picture;
  const middle: Area = {
    shape: "circle",
    coords: [Math.round(width / 2), Math.round(height / 2), Math.round(height / 10)],
  };
  return (
    <>
      <PictureField interaction={interaction} />
      <NumberField
        label="Points a learner may set"
        value={maxChoices}
        least={1}
        most={20}
        onChange={(value) => edit((item) => withLimits(item, response, { maxChoices: value }))}
      />
      <RegionCanvas
        picture={picture}
        source={sourceOf(picture.src, pictures)}
        places={entries.map(({ area }, at) => ({ id: String(at + 1), label: "", ...area }))}
        isRight={(id) => (entries[Number(id) - 1]?.value ?? 0) > 0}
        chosen={chosen}
        onChoose={choose}
        onChange={(id, area) => change(Number(id) - 1, { area: { shape: area.shape, coords: area.coords } })}
        onDraw={(area) => say([...entries, { area, value: 1 }])}
      />
      <Reorderable
        label="Areas"
        one="area"
        entries={entries}
        keyOf={(_, at) => String(at)}
        nameOf={(_, at) => `Area ${at + 1}`}
        onRemove={(_, at) => say(entries.toSpliced(at, 1))}
        onAdd={() => say([...entries, { area: middle, value: 1 }])}
      >
        {({ area, value }, at) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: it only hears that something inside has the focus.
          <div className="grid gap-2" onFocus={() => choose(String(at + 1))}>
            <NumberField
              label={`Area ${at + 1}`}
              suffix="marks"
              value={value}
              least={-9}
              most={99}
              onChange={(marks) => change(at, { value: marks })}
            />
            <Numbers
              region={{ id: String(at), ...area }}
              picture={picture}
              onChange={(now) => change(at, { area: now })}
            />
          </div>
        )}
      </Reorderable>
    </>
  );
}

const withEntries = (areas: AreaMapping | undefined, entries: readonly Entry[]): AreaMapping => ({
  otherwise: 0,
  lower: 0,
  upper: null,
  ...areas,
  entries,
});

/** The key is a point in each area that earns something. */
const middles = (entries: readonly Entry[]): readonly string[] | null => {
  const points = entries
    .filter(({ value }) => value > 0)
    .map(({ area }) => {
      const [left, top, right, bottom] = boxOf(area, { width: 0, height: 0 });
      return `${Math.round((left + right) / 2)} ${Math.round((top + bottom) / 2)}`;
    });
  return points.length === 0 ? null : points;
};
