import { Form, useNavigation } from "@remix-run/react";
import { Button } from "../../components/button.tsx";
import { PlusIcon } from "../../components/icons.tsx";
import { Panel } from "../../components/panel.tsx";
import { Select } from "../../components/select.tsx";
import { type ItemKind, itemKinds } from "../../exam/authoring/skeleton.ts";
import type { BankUnit } from "../../store/views/bank-units.ts";

const onPicture: readonly ItemKind[] = [
  "hotspot",
  "select-point",
  "graphic-order",
  "graphic-associate",
  "graphic-gap-match",
];
const open: readonly ItemKind[] = ["open-points", "open-levels"];

const words: Readonly<Record<ItemKind, string>> = {
  choice: "Choose one or more answers",
  "text-entry": "Type a word or a number",
  "inline-choice": "Choose within a sentence",
  match: "Match two lists",
  associate: "Put into pairs",
  order: "Put in order",
  "gap-match": "Fill gaps with given words",
  hottext: "Mark words in a text",
  slider: "Set a slider",
  hotspot: "Choose places on a picture",
  "select-point": "Set points on a picture",
  "graphic-order": "Number places on a picture",
  "graphic-associate": "Join places on a picture",
  "graphic-gap-match": "Place labels on a picture",
  "open-points": "Write an answer, marked by points",
  "open-levels": "Write an answer, marked by levels",
};

/** Begins an item: of which unit, and how it is answered. Both can be seen at once, so that one step is enough. */
export function NewItem({ units }: { readonly units: readonly BankUnit[] }) {
  const sending = useNavigation().formMethod === "POST";
  const option = (kind: ItemKind) => ({ value: kind, label: words[kind] });
  return (
    <Panel title="New item" lead="It begins with an example of its kind, to be written over.">
      <Form method="post" className="flex flex-wrap items-end gap-4">
        <Select label="Unit" name="component" options={units.map(({ id, name }) => ({ value: id, label: name }))} />
        <Select
          label="How it is answered"
          name="kind"
          options={[
            {
              label: "Marked by rule",
              options: itemKinds.filter((kind) => ![...open, ...onPicture].includes(kind)).map(option),
            },
            { label: "Marked by a person", options: open.map(option) },
            { label: "On a picture", options: onPicture.map(option) },
          ]}
        />
        <Button type="submit" icon={<PlusIcon />} busy={sending && "Beginning"}>
          Begin
        </Button>
      </Form>
    </Panel>
  );
}
