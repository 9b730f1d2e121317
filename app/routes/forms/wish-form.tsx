import { Form, useNavigation } from "@remix-run/react";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { Checkbox } from "../../components/checkbox.tsx";
import { DescriptionList } from "../../components/description-list.tsx";
import { Field } from "../../components/field.tsx";
import { Select } from "../../components/select.tsx";
import type { AssemblyUnit } from "../../store/views/form-start.ts";
import type { Said } from "../answer.ts";
import { Refusal } from "../refusal.tsx";

type Props = { readonly units: readonly AssemblyUnit[]; readonly said: Said | undefined };

/** What to ask of the bank, with what the bank holds beside it. */
export function WishForm({ units, said }: Props) {
  const [chosen, choose] = useState(units[0]?.id);
  const sending = useNavigation().formMethod === "POST";
  const unit = units.find(({ id }) => id === chosen);
  if (unit === undefined) return null;
  return (
    <Form method="post" noValidate className="grid gap-5">
      {said && <Refusal title="Nothing was started" said={said} />}
      {units.length > 1 ? (
        <Select
          label="Unit"
          name="component"
          value={unit.id}
          onChange={(event) => choose(event.currentTarget.value)}
          options={units.map(({ id, title }) => ({ value: id, label: title }))}
        />
      ) : (
        <input type="hidden" name="component" value={unit.id} />
      )}
      <DescriptionList
        items={[
          { term: "Paper", detail: `${unit.title}: ${unit.marks} marks in ${unit.minutes} minutes` },
          { term: "Bank", detail: `${unit.items} items with ${unit.bankMarks} marks, ${unit.scenarios} scenarios` },
          { term: "In use", detail: unit.formsInUse.join(", ") || "No form yet" },
        ]}
      />
      <Field
        key={`count ${unit.id}`}
        label="How many forms"
        name="count"
        inputMode="numeric"
        width="short"
        defaultValue="2"
        error={said?.fields.count}
        required
      />
      <Field
        key={`overlap ${unit.id}`}
        label="Most that two forms may share"
        name="overlap"
        inputMode="numeric"
        width="short"
        suffix="%"
        hint="Of their marks."
        defaultValue={unit.overlap}
        error={said?.fields.overlap}
        required
      />
      <Field
        key={`exposure ${unit.id}`}
        label="In how many forms an item may be"
        hint="Forms in use count too. Leave it empty for any number."
        name="exposure"
        inputMode="numeric"
        width="short"
        defaultValue={unit.exposure ?? ""}
        error={said?.fields.exposure}
        optional
      />
      <Checkbox
        label="Keep apart from the forms in use"
        hint="So that a resit is a new test."
        name="apart"
        value="yes"
        defaultChecked
      />
      <div>
        <Button type="submit" busy={sending && "Starting"}>
          Assemble
        </Button>
      </div>
    </Form>
  );
}
