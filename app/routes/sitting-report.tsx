import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type ClientActionFunctionArgs, useActionData, useLoaderData } from "@remix-run/react";
import { Breadcrumbs } from "../components/breadcrumbs.tsx";
import { Button, LinkButton } from "../components/button.tsx";
import { DescriptionList } from "../components/description-list.tsx";
import { DownloadIcon, PrintIcon } from "../components/icons.tsx";
import { Notice } from "../components/notice.tsx";
import { fieldsOf, read, say } from "./answer.ts";
import { LostTimePanel } from "./board/report-lost-time.tsx";
import { ActionLog, Announcements, Incidents, Register } from "./board/report-parts.tsx";
import { longDay } from "./board/room-time.ts";
import { clockInLondon } from "./london-time.ts";
import { sent } from "./sent.ts";
import { StaffPage } from "./staff-frame.tsx";

export const loader = async ({ context, params, request }: LoaderFunctionArgs) =>
  read(context.views.sittings.report(context.actor, { sitting: params.sitting }), request);

/** An incident that was left open ends now. */
export async function action({ context, request }: ActionFunctionArgs) {
  const { incident } = await fieldsOf(request);
  const closed = await context.commands.sittings.closeIncident(context.actor, { incident });
  return closed.ok ? null : say(closed);
}

export const clientAction = (asked: ClientActionFunctionArgs) => sent(asked);

export const meta = () => [{ title: "Report of a sitting · Examhall" }];

export default function SittingReport() {
  const report = useLoaderData<typeof loader>();
  const { sitting, register, incidents, announcements, audit, lostTime } = report;
  const said = useActionData<typeof action>();
  return (
    <StaffPage
      title={sitting.title}
      lead={`Report of the sitting in ${sitting.room}, ${longDay(sitting.startsAt)}`}
      breadcrumbs={
        <Breadcrumbs
          items={[
            { href: "/sittings", label: "Sittings" },
            { href: `/sittings/${sitting.id}`, label: sitting.room },
            { label: "Report" },
          ]}
        />
      }
      actions={
        <div className="flex flex-wrap gap-2 print:hidden">
          <LinkButton href={`/sittings/${sitting.id}/report.csv`} variant="quiet" icon={<DownloadIcon />} download>
            Spreadsheet
          </LinkButton>
          <Button variant="quiet" icon={<PrintIcon />} onClick={() => window.print()}>
            Print
          </Button>
        </div>
      }
    >
      <div className="grid gap-6 print:gap-4 print:text-sm">
        <DescriptionList
          layout="columns"
          items={[
            { term: "Centre", detail: sitting.centre },
            { term: "Published start", detail: clockInLondon(sitting.startsAt) },
            { term: "Length of the paper", detail: `${sitting.minutes} minutes` },
            { term: "Booked", detail: register.length },
            { term: "Incidents", detail: incidents.length },
            { term: "Invigilators of the centre", detail: sitting.invigilators.join(", ") || "–" },
          ]}
        />
        <Register register={register} audit={audit} />
        <LostTimePanel lines={lostTime} />
        {said && <Notice tone="bad">{said.words}</Notice>}
        <Incidents incidents={incidents} />
        <Announcements announcements={announcements} />
        <ActionLog audit={audit} sitting={sitting} />
        <p className="hidden pt-10 print:block">
          Signed (invigilator) ______________________________ Date ________________
        </p>
      </div>
    </StaffPage>
  );
}
