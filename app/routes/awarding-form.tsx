import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { type ClientActionFunctionArgs, useActionData, useLoaderData } from "@remix-run/react";
import { Breadcrumbs } from "../components/breadcrumbs.tsx";
import { Notice } from "../components/notice.tsx";
import { Panel } from "../components/panel.tsx";
import { fieldsOf, read, type Said, say } from "./answer.ts";
import { BoundaryWorkbench } from "./awarding/boundary-workbench.tsx";
import { ItemFigures, TestFigures } from "./awarding/figures.tsx";
import { ReissuePanel } from "./awarding/reissue-panel.tsx";
import { ReleasePanel, results } from "./awarding/release-panel.tsx";
import { Neighbours, Versions } from "./awarding/versions.tsx";
import { noAnswerYet } from "./refusal.tsx";
import { sent } from "./sent.ts";
import { StaffPage } from "./staff-frame.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.form.name ?? "Form"} · Awarding · Examhall` },
];

export const loader = ({ context, params, request }: LoaderFunctionArgs) =>
  read(context.views.awarding.form(context.actor, { form: params.form }), request);

type Done = { readonly ok: true; readonly words: string };

export async function action({
  context,
  params,
  request,
}: ActionFunctionArgs): Promise<(Done | Said) & { readonly intent: string }> {
  const { intent, ...given } = await fieldsOf(request);
  const input = { ...given, form: params.form };
  const { awarding } = context.commands;
  switch (intent) {
    case "set": {
      const done = await awarding.setBoundaries(context.actor, input);
      return { intent, ...(done.ok ? well(`Version ${done.version} of the boundaries is in force.`) : say(done)) };
    }
    case "release": {
      const done = await awarding.releaseResults(context.actor, input);
      return { intent, ...(done.ok ? well(`Released: ${results(done.released)}.`) : say(done)) };
    }
    case "reissue": {
      const done = await awarding.reissueResults(context.actor, input);
      return { intent, ...(done.ok ? well(`Issued again: ${results(done.reissued)}.`) : say(done)) };
    }
    default:
      throw new Response(null, { status: 400 });
  }
}

export const clientAction = (asked: ClientActionFunctionArgs) =>
  sent(asked, { about: (form) => ({ intent: String(form.get("intent") ?? "") }) });

const well = (words: string): Done => ({ ok: true, words });

export default function AwardingFormPage() {
  const data = useLoaderData<typeof loader>();
  const said = useActionData<typeof action>();
  const { form, stages, versions, candidates, reissue } = data;
  const inForce = versions[0] ?? null;
  return (
    <StaffPage
      title={`Awarding ${form.name}`}
      lead={`${form.component}, ${form.maxMark} marks, ${data.sittings} ${data.sittings === 1 ? "sitting" : "sittings"}${form.retired ? "; no longer in use" : ""}.`}
      breadcrumbs={<Breadcrumbs items={[{ href: "/awarding", label: "Awarding" }, { label: form.name }]} />}
    >
      <div className="grid gap-6">
        {said?.ok && (
          <Notice tone="good" live>
            {said.words}
          </Notice>
        )}
        {said && !said.ok && said.intent !== "set" && (
          <Notice tone="bad" title={said.unanswered ? noAnswerYet : "Nothing was released"} live>
            {said.words}
          </Notice>
        )}
        <ReleasePanel name={form.name} {...{ stages, inForce, candidates }} />
        {reissue.length > 0 && <ReissuePanel rows={reissue} />}
        <Panel title="The form in figures">
          <TestFigures statistics={data.statistics} max={form.maxMark} />
        </Panel>
        <BoundaryWorkbench
          key={inForce?.version ?? 0}
          data={data}
          said={said && !said.ok && said.intent === "set" ? said : null}
        />
        <Versions versions={versions} />
        <Neighbours neighbours={data.neighbours} />
        <ItemFigures items={data.items} />
      </div>
    </StaffPage>
  );
}
