import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type ClientActionFunctionArgs, useActionData, useLoaderData } from "@remix-run/react";
import { Breadcrumbs } from "../components/breadcrumbs.tsx";
import { Link } from "../components/link.tsx";
import type { ReplayFacts } from "../store/views/replay.ts";
import { fieldsOf, read, say } from "./answer.ts";
import { inLondon } from "./london-time.ts";
import { ReceiptLink } from "./receipt/receipt-link.tsx";
import { ReasonForm } from "./replay/reason-form.tsx";
import { ReplayScreen } from "./replay/replay-screen.tsx";
import { sent } from "./sent.ts";
import { StaffPage } from "./staff-frame.tsx";

export const meta = () => [{ title: "Replay of a test · Examhall" }];

export const loader = async ({ context, params, request }: LoaderFunctionArgs) =>
  read(context.views.replay.page(context.actor, { attempt: params.attempt }), request);

/** Says why; from then on the loader shows the test. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const { why } = await fieldsOf(request);
  const opened = await context.commands.attempts.openReplay(context.actor, { attempt: params.attempt, why });
  return opened.ok ? redirect(`/replay/${params.attempt}`) : say(opened);
}

export const clientAction = (asked: ClientActionFunctionArgs) => sent(asked);

export default function Replay() {
  const { facts, opened } = useLoaderData<typeof loader>();
  const said = useActionData<typeof action>();
  return (
    <StaffPage
      title="Replay of a test"
      width={opened ? "full" : "text"}
      lead={<Facts facts={facts} />}
      breadcrumbs={<Breadcrumbs items={[{ href: "/replay", label: "Replay" }, { label: facts.receipt ?? "A test" }]} />}
    >
      {opened ? <ReplayScreen facts={facts} opened={opened} /> : <ReasonForm said={said} />}
    </StaffPage>
  );
}

function Facts({ facts: { attempt, paper, form, satAt, receipt, aside, who } }: { readonly facts: ReplayFacts }) {
  return (
    <>
      {paper}, form {form}, {inLondon(satAt)}
      {receipt && (
        <>
          , receipt <ReceiptLink code={receipt} />
        </>
      )}
      {aside > 0 && (
        <>
          ,{" "}
          <Link href={`/set-aside/${attempt}`}>
            {aside === 1 ? "one question with an answer set aside" : `${aside} questions with answers set aside`}
          </Link>
        </>
      )}
      {who && (
        <>
          . <Link href={`/learners/${who.learner}`}>{who.name}</Link>, {who.candidateNumber}, {who.centre}
        </>
      )}
    </>
  );
}
