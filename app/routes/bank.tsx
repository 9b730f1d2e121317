import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData, useSearchParams } from "@remix-run/react";
import { Button, LinkButton } from "../components/button.tsx";
import { Field } from "../components/field.tsx";
import { SearchIcon } from "../components/icons.tsx";
import { Panel } from "../components/panel.tsx";
import { Select } from "../components/select.tsx";
import { objectives } from "../exam/item/item.ts";
import { read } from "./answer.ts";
import { FormTable, ItemTable } from "./bank/bank-tables.tsx";
import { makesForms } from "./forms/form-actions.tsx";
import { StaffPage, useRoot } from "./staff-frame.tsx";

export const meta = () => [{ title: "Question bank · Examhall" }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  return read(context.views.bank.list(context.actor, asked), request);
}

export default function Bank() {
  const { items, forms, units, asked } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const { me } = useRoot();
  const mayImport = me?.roles.some((role) => role === "item-writer" || role === "administrator") ?? false;
  const marks = items.reduce((total, item) => total + item.marks, 0);
  return (
    <StaffPage
      title="Question bank"
      actions={
        <>
          {mayImport && (
            <LinkButton href="/bank/import" variant="quiet">
              Import
            </LinkButton>
          )}
          {makesForms(me?.roles) && (
            <LinkButton href="/bank/assemble" variant="quiet">
              Assemble forms
            </LinkButton>
          )}
        </>
      }
      lead="Every item with its key and mark scheme, and the forms made of them. Confidential: for your eyes only."
    >
      <div className="grid gap-8">
        <section className="grid gap-3">
          <h2 className="text-xl">Forms</h2>
          <Panel flush>
            <FormTable forms={forms} />
          </Panel>
        </section>
        <section className="grid gap-3">
          <h2 className="text-xl">Items</h2>
          <Form method="get" role="search" className="flex flex-wrap items-end gap-4">
            <Field label="Item, title or command word" name="q" type="search" defaultValue={asked.q} />
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
                  options: areas.map(({ value, area, title }) => ({ value, label: `${area} ${title}` })),
                }))}
            />
            <Select
              label="Objective"
              name="objective"
              empty="Every objective"
              defaultValue={asked.objective ?? ""}
              options={objectives.map((objective) => ({ value: objective, label: objective }))}
            />
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
            <input type="hidden" name="sort" value={asked.sort} />
            <Button type="submit" variant="quiet" icon={<SearchIcon />}>
              Search
            </Button>
          </Form>
          <Panel flush footer={<p>{`${items.length === 1 ? "1 item" : `${items.length} items`}, ${marks} marks`}</p>}>
            <ItemTable items={items} sorted={asked.sort} search={search} />
          </Panel>
        </section>
      </div>
    </StaffPage>
  );
}
