import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Disclosure } from "../components/disclosure.tsx";
import { EmptyState } from "../components/empty-state.tsx";
import { Page } from "../components/page.tsx";
import { Panel } from "../components/panel.tsx";
import { ThemeControl } from "../components/theme-control.tsx";
import { SignOutButton } from "../player/screens/sign-out-button.tsx";
import { read } from "./answer.ts";
import { LearnerAttemptPanel } from "./results/learner-attempt-panel.tsx";
import { QualificationPanel } from "./results/qualification-panel.tsx";

export const meta = () => [{ title: "Your result · Examhall" }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  if (context.actor?.kind !== "candidate") throw redirect("/learner");
  return read(context.views.results.mine(context.actor, {}), request);
}

export default function MyResult() {
  const { name, candidateNumber, centre, title, attempts, qualification } = useLoaderData<typeof loader>();
  const released = attempts.filter(({ result }) => result !== null);
  return (
    <Page title="Your result" lead={title} width="text" person={<SignOutButton size="small">Sign out</SignOutButton>}>
      <p className="mb-6">
        {name}, candidate {candidateNumber}, {centre}
      </p>
      <div className="grid gap-6">
        {attempts.length === 0 && (
          <Panel>
            <EmptyState title="You have not sat this test yet">Your result will appear here afterwards.</EmptyState>
          </Panel>
        )}
        {released.length > 1 && (
          <p className="measure">You have sat this test more than once. The better grade counts.</p>
        )}
        {attempts.map((attempt) => (
          <LearnerAttemptPanel key={attempt.attemptNumber} attempt={attempt} several={released.length > 1} />
        ))}
        {released.length > 0 && (
          <QualificationPanel heading="Your qualification so far" {...qualification} recordFor={null} />
        )}
        <Disclosure summary="How this page looks">
          <ThemeControl />
        </Disclosure>
      </div>
    </Page>
  );
}
