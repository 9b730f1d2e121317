import { Form } from "@remix-run/react";
import { Button } from "../../components/button.tsx";
import { Disclosure } from "../../components/disclosure.tsx";
import { Field } from "../../components/field.tsx";
import { SearchIcon } from "../../components/icons.tsx";
import { Link } from "../../components/link.tsx";
import { Select } from "../../components/select.tsx";
import { objectives } from "../../exam/item/item.ts";
import type { BankList } from "../../store/views/bank-list.ts";
import { interactionWords } from "./item-words.ts";

type Props = { readonly list: Pick<BankList, "asked" | "units" | "writers"> };

/** What the list of items is asked: the usual questions at once, the rarer ones on demand. */
export function BankFilters({ list }: Props) {
  const { asked, units } = list;
  const rare = [asked.objective, asked.interaction, asked.marks, asked.marking, asked.writer, asked.used];
  return (
    <Form method="get" role="search" className="grid gap-3">
      <div className="flex flex-wrap items-end gap-4">
        <Field label="Item, title or words of the question" name="q" type="search" defaultValue={asked.q} />
        <Select
          label="Unit"
          name="unit"
          empty="Every unit"
          defaultValue={asked.unit}
          options={units.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Select
          label="Area or criterion"
          name="area"
          empty="All of them"
          defaultValue={asked.area}
          options={units
            .filter(({ id }) => asked.unit === "" || id === asked.unit)
            .map(({ name, areas }) => ({
              label: name,
              options: areas.map(({ value, area, title, items }) => ({ value, label: `${area} ${title} (${items})` })),
            }))}
        />
        <input type="hidden" name="sort" value={asked.sort} />
        {asked.standing !== null && <input type="hidden" name="standing" value={asked.standing} />}
        <Button type="submit" variant="quiet" icon={<SearchIcon />}>
          Search
        </Button>
        <Link href="/bank" className="py-2">
          Show everything
        </Link>
      </div>
      <Disclosure summary="More filters" open={rare.some((one) => one !== null && one !== "")}>
        <RareFilters list={list} />
      </Disclosure>
    </Form>
  );
}

function RareFilters({ list: { asked, writers } }: Props) {
  return (
    <div className="flex flex-wrap items-end gap-4 pt-3">
      <Select
        label="Objective"
        name="objective"
        empty="Every objective"
        defaultValue={asked.objective ?? ""}
        options={objectives.map((objective) => ({ value: objective, label: objective }))}
      />
      <Select
        label="Answered by"
        name="interaction"
        empty="Every kind"
        defaultValue={asked.interaction}
        options={Object.entries(interactionWords).map(([value, label]) => ({ value, label }))}
      />
      <Field label="Marks" name="marks" inputMode="numeric" width="short" defaultValue={asked.marks ?? ""} />
      <Select
        label="Marked"
        name="marking"
        empty="Either way"
        defaultValue={asked.marking ?? ""}
        options={[
          { value: "auto", label: "By rule" },
          { value: "person", label: "By a person" },
        ]}
      />
      <Select
        label="Written by"
        name="writer"
        empty="Anybody"
        defaultValue={asked.writer ?? ""}
        options={writers.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Select
        label="In a form in use"
        name="used"
        empty="Either way"
        defaultValue={asked.used ?? ""}
        options={[
          { value: "yes", label: "Yes" },
          { value: "no", label: "No" },
        ]}
      />
    </div>
  );
}
