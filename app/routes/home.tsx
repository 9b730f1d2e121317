import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "../components/button.tsx";
import { EmptyState } from "../components/empty-state.tsx";
import { Link } from "../components/link.tsx";
import { Panel } from "../components/panel.tsx";
import { SignOutButton } from "../player/screens/sign-out-button.tsx";
import { read } from "./answer.ts";
import { DemonstrationPeople } from "./home/demonstration-people.tsx";
import { WaitingList } from "./home/waiting-list.tsx";
import { StaffPage, useRoot } from "./staff-frame.tsx";

export const meta = () => [{ title: "Examhall" }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { actor, views, demonstration } = context;
  if (actor?.kind === "staff") {
    const { waiting } = await read(views.staff.waiting(actor, {}), request);
    return { as: "staff", waiting } as const;
  }
  if (actor?.kind === "candidate") return { as: "candidate", name: actor.name } as const;
  const shown = demonstration ? await read(views.bookings.demonstrationSlips(actor, {}), request) : null;
  return { as: "nobody", shown } as const;
}

export default function Home() {
  const home = useLoaderData<typeof loader>();
  const { me } = useRoot();
  switch (home.as) {
    case "staff":
      return (
        <StaffPage title={`Hello, ${me?.name ?? ""}`} lead="What is waiting for you.">
          {home.waiting.length > 0 ? <WaitingList waiting={home.waiting} /> : <NothingWaits />}
        </StaffPage>
      );
    case "candidate":
      return (
        <StaffPage title={`Hello, ${home.name}`} width="text">
          <div className="flex flex-wrap gap-3">
            <LinkButton href="/exam">Go to your test</LinkButton>
            <LinkButton href="/my-result" variant="quiet">
              Where your result is
            </LinkButton>
            <SignOutButton>Sign out</SignOutButton>
          </div>
        </StaffPage>
      );
    case "nobody":
      return (
        <StaffPage title="Examhall" lead="Timed tests, taken on screen in supervised centres.">
          <WaysIn />
          <p className="mt-6 text-ink-soft">
            Somebody has given you a code after a test? <Link href="/receipt">Check a receipt</Link>.
          </p>
          {home.shown && <DemonstrationPeople {...home.shown} />}
        </StaffPage>
      );
  }
}

function WaysIn() {
  return (
    <div className="grid gap-6 sm:grid-cols-2">
      <Panel title="I am taking a test" lead="You need your candidate number and the keycode on your slip.">
        <LinkButton href="/learner" size="large">
          Learner sign-in
        </LinkButton>
      </Panel>
      <Panel title="I work here" lead="Invigilators, exams officers, examiners, awarders and everybody else.">
        <LinkButton href="/sign-in" size="large" variant="quiet">
          Staff sign-in
        </LinkButton>
      </Panel>
    </div>
  );
}

function NothingWaits() {
  return (
    <Panel>
      <EmptyState title="Nothing is waiting for you">
        The places you can go are at the top of the page. If something is missing there, an administrator can give your
        account the role it needs.
      </EmptyState>
    </Panel>
  );
}
