import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type ClientActionFunctionArgs, useActionData, useLoaderData } from "@remix-run/react";
import { Breadcrumbs } from "../components/breadcrumbs.tsx";
import { EmptyState } from "../components/empty-state.tsx";
import { Notice } from "../components/notice.tsx";
import { Panel } from "../components/panel.tsx";
import { statementWords } from "../exam/invigilation/aside-seat.ts";
import { fieldsOf, read, say } from "./answer.ts";
import { clockInLondon, inLondon } from "./london-time.ts";
import { Refusal } from "./refusal.tsx";
import { sent } from "./sent.ts";
import { choicesIn } from "./set-aside/choices.ts";
import { DecisionForm } from "./set-aside/decision-form.tsx";
import { StaffPage } from "./staff-frame.tsx";

export const meta = () => [{ title: "Answers set aside in a test · Examhall" }];

export const loader = async ({ context, params, request }: LoaderFunctionArgs) =>
  read(context.views.marking.asideTest(context.actor, { attempt: params.attempt }), request);

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { why, seen, ...fields } = await fieldsOf(request);
  const decided = await context.commands.marking.decideOnAside(context.actor, {
    attempt: params.attempt,
    seen: Number(seen),
    choices: choicesIn(fields),
    why,
  });
  return decided.ok ? decided : say(decided);
}

export const clientAction = (asked: ClientActionFunctionArgs) => sent(asked);

export default function SetAsideTest() {
  const test = useLoaderData<typeof loader>();
  const said = useActionData<typeof action>();
  const { paper, form, satAt, receipt, questions, statement, isReleased } = test;
  return (
    <StaffPage
      title="Which answer is marked?"
      lead={`${paper}, form ${form}, ${inLondon(satAt)}`}
      breadcrumbs={
        <Breadcrumbs items={[{ href: "/set-aside", label: "Answers set aside" }, { label: receipt ?? "A test" }]} />
      }
    >
      <div className="grid gap-6">
        {said?.ok === false && <Refusal title="Nothing was decided" said={said} />}
        {said?.ok && (
          <Notice tone="good" live title={said.decided === 0 ? "It stands as it was" : "Decided"}>
            {said.decided > 0 &&
              "What is marked now has its mark by rule, or waits for an examiner. Up to the release you can decide again."}
          </Notice>
        )}
        {isReleased && (
          <Notice tone="warn" title="The result has been released">
            What is marked can now be changed only by an appeal. Everything that was written stays here to be seen.
          </Notice>
        )}
        {statement && (
          <Notice title={`The invigilator: ${statementWords[statement.choice].toLowerCase()}`}>
            {statement.why} ({clockInLondon(statement.at)})
          </Notice>
        )}
        {questions.length === 0 ? (
          <Panel>
            <EmptyState title="Nothing was set aside">
              Every answer of this test that differs from what counts came in time from the computer in use.
            </EmptyState>
          </Panel>
        ) : (
          <DecisionForm key={test.seen + questions.map(({ marked }) => marked).join()} test={test} />
        )}
      </div>
    </StaffPage>
  );
}
