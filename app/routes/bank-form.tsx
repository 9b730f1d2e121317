import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type ClientActionFunctionArgs, useActionData, useLoaderData, useParams } from "@remix-run/react";
import { Breadcrumbs } from "../components/breadcrumbs.tsx";
import { DescriptionList } from "../components/description-list.tsx";
import { Notice } from "../components/notice.tsx";
import { Panel } from "../components/panel.tsx";
import type { BankForm } from "../store/views/bank-form.ts";
import { fieldsOf, read, say } from "./answer.ts";
import { PlaceTable } from "./bank/place-table.tsx";
import { Shares } from "./bank/shares.tsx";
import { FormActions } from "./forms/form-actions.tsx";
import { inLondon } from "./london-time.ts";
import { Refusal } from "./refusal.tsx";
import { sent } from "./sent.ts";
import { StaffPage } from "./staff-frame.tsx";

export const meta = () => [{ title: "Form · Question bank · Examhall" }];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  return read(context.views.bank.form(context.actor, { form: params.form }), request);
}

/** Takes the form out of use. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { reason } = await fieldsOf(request);
  const retired = await context.commands.forms.retire(context.actor, { form: params.form, why: reason });
  return retired.ok ? null : say(retired);
}

export const clientAction = (asked: ClientActionFunctionArgs) => sent(asked);

export default function BankFormPage() {
  const { found } = useLoaderData<typeof loader>();
  const said = useActionData<typeof action>();
  const { profile, areas, practice } = found;
  const { form = "" } = useParams();
  return (
    <StaffPage
      title={`Form ${found.name}`}
      lead={`${found.title}. A frozen list of items: it never changes, and a new list is a new version.`}
      breadcrumbs={<Breadcrumbs items={[{ href: "/bank", label: "Question bank" }, { label: found.name }]} />}
      actions={<FormActions form={form} name={found.name} inUse={found.retiredAt === null && !practice} />}
    >
      <div className="grid gap-6">
        {said && <Refusal title="It is still in use" said={said} />}
        <Plan found={found} />
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <div className="grid gap-6">
            <Facts found={found} />
            <Panel title="Marks by objective">
              <Shares shares={profile.objectives} of={profile.marks} titles={{}} />
            </Panel>
          </div>
          <Panel title="Marks by content area">
            <Shares shares={profile.areas} of={profile.marks} titles={areas} />
          </Panel>
        </div>
        <Panel title={practice ? "Items for practice" : "Items in order"} flush>
          <PlaceTable places={found.places} />
        </Panel>
      </div>
    </StaffPage>
  );
}

/** The bank is refused as a whole at loading when a form misses its blueprint, so what is here has met it. */
function Plan({
  found: { practice, profile, componentMarks, componentMinutes, minutes },
}: {
  readonly found: BankForm;
}) {
  if (practice) return <Notice title="For practice">It is never marked, so it need not follow the blueprint.</Notice>;
  const meets = profile.marks === componentMarks && minutes === componentMinutes;
  return meets ? (
    <Notice tone="good" title="Meets the blueprint">
      {profile.marks} marks in {minutes} minutes. Areas, objectives and marks by rule were checked against the blueprint
      when it was frozen; a form that misses it is refused.
    </Notice>
  ) : (
    <Notice tone="warn" title="Not as the paper is now">
      This form has {profile.marks} marks in {minutes} minutes; the paper has {componentMarks} in {componentMinutes}.
    </Notice>
  );
}

function Facts({ found }: { readonly found: BankForm }) {
  const { boundaries, profile } = found;
  return (
    <Panel title="Facts">
      <DescriptionList
        items={[
          { term: "Paper", detail: found.component },
          { term: "Items", detail: profile.items },
          { term: "Marks by rule", detail: `${profile.autoMarks} of ${profile.marks}` },
          {
            term: "Boundaries",
            detail: boundaries
              ? `Pass ${boundaries.pass}, Merit ${boundaries.merit}, Distinction ${boundaries.distinction} (version ${boundaries.version})`
              : "Not set yet",
          },
          { term: "Times started", detail: found.started },
          { term: "Frozen", detail: inLondon(found.frozenAt) },
          ...(found.retiredAt ? [{ term: "Out of use since", detail: inLondon(found.retiredAt) }] : []),
          { term: "Checksum", detail: <code className="break-all">{found.checksum}</code> },
        ]}
      />
    </Panel>
  );
}
