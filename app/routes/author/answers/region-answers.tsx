import { useState } from "react";
import { Checkbox } from "../../../components/checkbox.tsx";
import { Field } from "../../../components/field.tsx";
import { Select } from "../../../components/select.tsx";
import { type Area, type Shape, shapes } from "../../../exam/item/area.ts";
import type { Interaction, Picture, Region } from "../../../exam/item/body.ts";
import { addChoice, changeChoice, moveChoice, removeChoice } from "../../../exam/item/edit/choices.ts";
import { interactionFor } from "../../../exam/item/edit/interactions.ts";
import { moveInOrder, orderIn } from "../../../exam/item/edit/order.ts";
import { boxOf, fitted, reshaped } from "../../../exam/item/edit/shapes.ts";
import { sourceOf } from "../../../player/interactions/source-of.ts";
import { useAuthor } from "../author-context.ts";
import { NumberField } from "../fields/number-field.tsx";
import { Reorderable } from "../fields/reorderable.tsx";
import { NewPair } from "./associate-answers.tsx";
import { HowMany } from "./how-many.tsx";
import { AssociableList } from "./pair-lists.tsx";
import { PictureField } from "./picture-field.tsx";
import { RegionCanvas } from "./region-canvas.tsx";
import { useAnswer } from "./use-answer.ts";

type Places = Extract<
  Interaction,
  { readonly type: "hotspot" | "graphic-order" | "graphic-associate" | "graphic-gap-match" }
>;

/** A picture with places on it. */
export function RegionAnswers({ interaction }: { readonly interaction: Places }) {
  const { item, edit, pictures } = useAuthor();
  const { picture, response } = interaction;
  const answer = useAnswer(interaction);
  const [chosen, choose] = useState<string | null>(null);
  const place = { response, list: "regions" } as const;
  const regions: readonly Region[] = interaction.regions;
  const isOrder = interaction.type === "graphic-order";
  const ordered = isOrder
    ? orderIn(item, response).flatMap((id) => regions.find((one) => one.id === id) ?? [])
    : regions;
  const reshape = (id: string, area: Area) =>
    edit(
      (was) => changeChoice(was, place, { id, area: { shape: area.shape, coords: area.coords } }),
      `area ${response} ${id}`,
    );

  return (
    <>
      <PictureField interaction={interaction} />
      {interaction.type === "hotspot" && (
        <HowMany interaction={interaction} most={interaction.regions.length} one="One place" />
      )}
      <div className="grid items-start gap-4">
        <RegionCanvas
          picture={picture}
          source={sourceOf(picture.src, pictures)}
          places={regions}
          isRight={(id) => interaction.type === "hotspot" && answer.isRight(id)}
          chosen={chosen}
          onChoose={choose}
          onChange={reshape}
          onDraw={({ shape, coords }) =>
            edit((was) => {
              const added = addChoice(was, place);
              const now = interactionFor(added, response);
              const last = now !== null && "regions" in now ? now.regions.at(-1) : undefined;
              return last === undefined ? added : changeChoice(added, place, { id: last.id, area: { shape, coords } });
            })
          }
        />
        <p className="text-sm text-ink-soft">
          Draw a place on the picture, drag it to move it, or choose one and use the arrow keys; with Shift they change
          its size.
        </p>
        <Reorderable
          label={isOrder ? "The right order of the places" : "Places"}
          one="place"
          entries={ordered}
          numbered={isOrder}
          keyOf={({ id }) => id}
          nameOf={({ id, label }) => `${id} ${label}`.trim()}
          onMove={({ id }, to) =>
            edit((was) => (isOrder ? moveInOrder(was, response, { id, to }) : moveChoice(was, place, { id, to })))
          }
          onRemove={({ id }) => edit((was) => removeChoice(was, place, id))}
          onAdd={() => edit((was) => addChoice(was, place))}
        >
          {(region) => (
            // biome-ignore lint/a11y/noStaticElementInteractions: it only hears that something inside has the focus.
            <div className="grid gap-2" onFocus={() => choose(region.id)}>
              <div className="flex flex-wrap items-end gap-x-3 gap-y-2">
                {interaction.type === "hotspot" && (
                  <Checkbox
                    label={`${region.id} is right`}
                    checked={answer.isRight(region.id)}
                    onChange={(event) => answer.setRight(region.id, event.currentTarget.checked)}
                  />
                )}
                <Field
                  label={`Words for ${region.id}`}
                  width="full"
                  className="min-w-48 flex-1"
                  value={region.label}
                  onChange={({ currentTarget: { value } }) =>
                    edit(
                      (was) => changeChoice(was, place, { id: region.id, label: value }),
                      `label ${response} ${region.id}`,
                    )
                  }
                />
              </div>
              {chosen === region.id && (
                <Numbers region={region} picture={picture} onChange={(area) => reshape(region.id, area)} />
              )}
            </div>
          )}
        </Reorderable>
      </div>
      {interaction.type === "graphic-associate" && <PlacePairs interaction={interaction} />}
      {interaction.type === "graphic-gap-match" && <PlacedTexts interaction={interaction} />}
    </>
  );
}

const shapeWords: Readonly<Record<Shape, string>> = {
  rect: "Rectangle",
  circle: "Circle",
  ellipse: "Ellipse",
  poly: "Polygon",
  default: "The whole picture",
};

/** Shape and edges as figures, for whoever does not use a pointer. */
export function Numbers({
  region,
  picture,
  onChange,
}: {
  readonly region: Area & { readonly id: string };
  readonly picture: Picture;
  readonly onChange: (area: Area) => void;
}) {
  const [left, top, right, bottom] = boxOf(region, picture);
  const [wide, high] = [right - left, bottom - top];
  const area = { shape: region.shape, coords: region.coords };
  const figure = (
    label: string,
    value: number,
    most: number,
    box: (value: number) => readonly [number, number, number, number],
  ) => (
    <NumberField
      label={label}
      value={Math.round(value)}
      most={Math.round(most)}
      className="w-24"
      onChange={(now) => onChange(fitted(area, box(now)))}
    />
  );
  return (
    <div className="flex flex-wrap items-end gap-3 border-t border-line pt-2 text-sm">
      <Select
        label="Shape"
        value={region.shape}
        options={shapes.map((shape) => ({ value: shape, label: shapeWords[shape] }))}
        onChange={(event) => {
          const shape = shapes.find((one) => one === event.currentTarget.value);
          if (shape !== undefined) onChange(reshaped(area, shape, picture));
        }}
      />
      {region.shape !== "default" && (
        <>
          {figure("Left", left, picture.width - wide, (x) => [x, top, x + wide, bottom])}
          {figure("Top", top, picture.height - high, (y) => [left, y, right, y + high])}
          {figure("Width", wide, picture.width - left, (w) => [left, top, left + w, bottom])}
          {figure("Height", high, picture.height - top, (h) => [left, top, right, top + h])}
        </>
      )}
    </div>
  );
}

function PlacePairs({
  interaction,
}: {
  readonly interaction: Extract<Places, { readonly type: "graphic-associate" }>;
}) {
  const answer = useAnswer(interaction);
  const named = (id: string) => interaction.regions.find((region) => region.id === id)?.label || id;
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 font-bold">Right pairs</legend>
      {answer.key.map((pair) => (
        <Checkbox
          key={pair}
          label={pair.split(" ").map(named).join(" and ")}
          checked
          onChange={() => answer.setRight(pair, false)}
        />
      ))}
      <NewPair
        ids={interaction.regions.map(({ id }) => id)}
        named={named}
        onPair={(pair) => answer.setRight(pair, true)}
      />
    </fieldset>
  );
}

function PlacedTexts({
  interaction,
}: {
  readonly interaction: Extract<Places, { readonly type: "graphic-gap-match" }>;
}) {
  const answer = useAnswer(interaction);
  const { texts, regions } = interaction;
  return (
    <>
      <AssociableList interaction={interaction} list="texts" entries={texts} label="Labels to place" one="label" uses />
      <fieldset className="grid gap-3">
        <legend className="mb-1 font-bold">What goes where</legend>
        {regions.map((region) => {
          const chosen = texts.find(({ id }) => answer.isRight(`${id} ${region.id}`))?.id ?? "";
          return (
            <Select
              key={region.id}
              label={<span className="font-normal">{`${region.id} ${region.label}`}</span>}
              empty="Nothing"
              value={chosen}
              options={texts.map(({ id }) => ({ value: id, label: id }))}
              onChange={({ currentTarget: { value } }) =>
                value === ""
                  ? answer.setRight(`${chosen} ${region.id}`, false)
                  : answer.setRight(`${value} ${region.id}`, true)
              }
            />
          );
        })}
      </fieldset>
    </>
  );
}
