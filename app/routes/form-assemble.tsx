import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type ClientActionFunctionArgs, useActionData, useLoaderData } from "@remix-run/react";
import { Breadcrumbs } from "../components/breadcrumbs.tsx";
import { EmptyState } from "../components/empty-state.tsx";
import { Panel } from "../components/panel.tsx";
import { fieldsOf, read, say } from "./answer.ts";
import { AssemblyTable } from "./forms/assembly-table.tsx";
import { DraftTable } from "./forms/draft-table.tsx";
import { WishForm } from "./forms/wish-form.tsx";
import { sent } from "./sent.ts";
import { StaffPage } from "./staff-frame.tsx";

export const meta = () => [{ title: "Assemble forms · Question bank · Examhall" }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  return read(context.views.forms.start(context.actor, {}), request);
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { exposure, apart, ...fields } = await fieldsOf(request);
  const wish = { ...fields, exposure: exposure === "" ? null : exposure, apart: apart === "yes" };
  const begun = await context.commands.forms.assemble(context.actor, wish);
  return begun.ok ? redirect(`/bank/assemblies/${begun.assembly}`) : say(begun);
}

export const clientAction = (asked: ClientActionFunctionArgs) => sent(asked);

export default function FormAssemble() {
  const { units, withoutForms, drafts, assemblies } = useLoaderData<typeof loader>();
  const said = useActionData<typeof action>();
  return (
    <StaffPage
      title="Assemble forms"
      lead="The solver chooses items so that every form keeps to the blueprint, all are alike, and no two share more than you allow."
      breadcrumbs={<Breadcrumbs items={[{ href: "/bank", label: "Question bank" }, { label: "Assemble forms" }]} />}
    >
      <div className="grid items-start gap-6 lg:grid-cols-[2fr_3fr]">
        <Panel title="New forms">
          {units.length === 0 ? (
            <EmptyState title="No unit to make forms for">Load the question bank first.</EmptyState>
          ) : (
            <WishForm units={units} said={said} />
          )}
          {withoutForms.length > 0 && <WithoutForms units={withoutForms} />}
        </Panel>
        <div className="grid gap-6">
          <Panel title="Drafts" lead="Forms that can still be changed." flush>
            <DraftTable drafts={drafts} />
          </Panel>
          <Panel title="Asked before" flush>
            <AssemblyTable assemblies={assemblies} />
          </Panel>
        </div>
      </div>
    </StaffPage>
  );
}

function WithoutForms({ units }: { readonly units: readonly string[] }) {
  return (
    <div className="mt-6 grid gap-2 border-line border-t pt-4">
      <h3 className="text-base">No forms for these units</h3>
      <ul className="list-disc ps-5">
        {units.map((unit) => (
          <li key={unit}>{unit}</li>
        ))}
      </ul>
      <p className="text-muted">
        Their questions are answered criterion by criterion and judged by an assessor. There is no timed test, so there
        is no blueprint to make a form from.
      </p>
    </div>
  );
}
