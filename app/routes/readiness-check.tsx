import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import {
  type ClientActionFunctionArgs,
  type ClientLoaderFunctionArgs,
  Form,
  useActionData,
  useLoaderData,
  useLocation,
} from "@remix-run/react";
import { Breadcrumbs } from "../components/breadcrumbs.tsx";
import { Button } from "../components/button.tsx";
import { ConfirmButton } from "../components/confirm-button.tsx";
import { DescriptionList } from "../components/description-list.tsx";
import { PrintIcon } from "../components/icons.tsx";
import { Notice } from "../components/notice.tsx";
import { inRole } from "../exam/people/actor.ts";
import { read, say } from "./answer.ts";
import { inLondon } from "./london-time.ts";
import { readAgain } from "./read-again.ts";
import { HowToJoin } from "./readiness/how-to-join.tsx";
import { MachineTable } from "./readiness/machine-table.tsx";
import { RoomVerdictPanel } from "./readiness/room-verdict-panel.tsx";
import { TrialPanel } from "./readiness/trial-panel.tsx";
import { useFinishedAloud } from "./readiness/use-finished-aloud.ts";
import { sent } from "./sent.ts";
import { StaffPage } from "./staff-frame.tsx";
import { usePageAgain } from "./use-read-again.ts";

/** Milliseconds. */
const lookEvery = 2_000;

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { check } = await read(context.views.readiness.check(context.actor, { check: params.check }), request);
  return {
    check,
    host: new URL(request.url).host,
    mayEnd: inRole(context.actor, ["exams-officer", "invigilator"]) !== null,
  };
}

export const clientLoader = ({ request, serverLoader }: ClientLoaderFunctionArgs) =>
  readAgain({ request, serverLoader: () => serverLoader<typeof loader>() });

/** The only thing to do here: the check ends. */
export async function action({ context, params }: ActionFunctionArgs) {
  const ended = await context.commands.readiness.end(context.actor, { check: params.check });
  return ended.ok ? null : say(ended);
}

export const clientAction = (asked: ClientActionFunctionArgs) => sent(asked);

export const meta = () => [{ title: "Readiness check · Examhall" }];

export default function ReadinessCheck() {
  const first = useLoaderData<typeof loader>();
  const said = useActionData<typeof action>();
  const { now, isCut } = usePageAgain({
    first,
    href: useLocation().pathname,
    every: lookEvery,
    isWanted: ({ check: { code } }) => code !== null,
  });
  const { check, host, mayEnd } = now;
  useFinishedAloud(check);
  const isOpen = check.code !== null;
  return (
    <StaffPage
      title={`Readiness of ${check.room}`}
      lead={check.centre}
      breadcrumbs={
        <Breadcrumbs
          items={[
            { href: "/sittings", label: "Sittings" },
            { href: `/sittings/${check.sitting}`, label: check.room },
            { href: `/sittings/${check.sitting}/readiness`, label: "Readiness" },
            { label: inLondon(check.startedAt) },
          ]}
        />
      }
      actions={
        <div className="flex flex-wrap gap-2 print:hidden">
          <Button variant="quiet" icon={<PrintIcon />} onClick={() => window.print()}>
            Print
          </Button>
          {isOpen && mayEnd && <EndCheck />}
        </div>
      }
    >
      <div className="grid gap-6">
        {said && <Notice tone="bad">{said.words}</Notice>}
        {isOpen && isCut && (
          <Notice tone="warn" live title="The server does not answer">
            This page shows how things stood before. It is read again by itself.
          </Notice>
        )}
        {check.code !== null && <HowToJoin host={host} code={check.code} until={check.until} />}
        <RoomVerdictPanel check={check} />
        <MachineTable machines={check.machines} isOpen={isOpen} />
        <TrialPanel trials={check.trials} seats={check.seats} isOpen={isOpen} />
        <DescriptionList
          layout="columns"
          items={[
            { term: "Started", detail: `${inLondon(check.startedAt)}, by ${check.startedBy}` },
            { term: "Ended", detail: endWords(check) },
          ]}
        />
      </div>
    </StaffPage>
  );
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>["check"];

const endWords = ({ ended, until }: Shown) =>
  ended === null
    ? `Still open, until ${inLondon(until)}`
    : ended.byName === "Examhall"
      ? `${inLondon(ended.at)}, by itself`
      : `${inLondon(ended.at)}, by ${ended.byName}`;

const EndCheck = () => (
  <ConfirmButton
    label="End the check"
    title="End this check?"
    consequences="The verdict is kept as it stands, with what each computer found. The code opens nothing any more."
    confirmLabel="End the check"
    cancelLabel="Leave it open"
    form={{ method: "post", as: Form }}
  />
);
