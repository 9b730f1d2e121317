import { Form } from "@remix-run/react";
import { Button } from "../../components/button.tsx";
import { DataTable } from "../../components/data-table.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Panel } from "../../components/panel.tsx";
import { incidentWords } from "../../exam/invigilation/incident.ts";
import { registerWords } from "../../exam/invigilation/register.ts";
import type { Instant } from "../../exam/time/time.ts";
import { momentInLondon } from "../london-time.ts";
import { ReceiptLink } from "../receipt/receipt-link.tsx";
import type { Report } from "./report-csv.ts";
import { actionWords, byWords, detailWords, endWords, namedInLog, startTimes } from "./report-words.ts";
import { clockSeconds, localDay } from "./room-time.ts";
import { arrangementNames } from "./seat-look.tsx";

const flat = "print:shadow-none print:border-0 print:break-inside-auto";
const orDash = (at: Instant | null | undefined) => (at === null || at === undefined ? "–" : clockSeconds(at));

/** A name may be one long word: it breaks where it must, and its column stays wide enough to be read. */
const Name = ({ children }: { readonly children: string }) => (
  <span className="inline-block min-w-32 wrap-anywhere">{children}</span>
);

export function Register({ register, audit }: Pick<Report, "register" | "audit">) {
  const started = startTimes(audit);
  return (
    <Panel title="Register" flush className={flat}>
      <DataTable
        caption="Register"
        captionHidden
        dense
        layout="cards"
        rows={register}
        rowKey={({ attempt }) => attempt}
        empty={<EmptyState title="Nobody was booked" />}
        columns={[
          { key: "seat", heading: "Seat", cell: ({ seat }) => seat },
          {
            key: "name",
            heading: "Candidate",
            rowHeading: true,
            cell: (seat) => <Name>{`${seat.name} (${seat.candidateNumber})`}</Name>,
          },
          { key: "register", heading: "Attendance", cell: (seat) => registerWords(seat.register) },
          { key: "arrived", heading: "Arrived", numeric: true, cell: (seat) => orDash(seat.arrivedAt) },
          { key: "started", heading: "Started", numeric: true, cell: (seat) => orDash(started.get(namedInLog(seat))) },
          { key: "ended", heading: "Ended", numeric: true, cell: (seat) => orDash(seat.closed?.at) },
          { key: "end", heading: "How it ended", cell: endWords },
          {
            key: "allowed",
            heading: "Allowed",
            numeric: true,
            cell: (seat) => `${Math.round(seat.allowance / 60_000)} min`,
          },
          { key: "arrangements", heading: "Arrangements", cell: (seat) => arrangementNames(seat).join("; ") || "–" },
          { key: "answered", heading: "Answered", numeric: true, cell: (seat) => `${seat.answered} of ${seat.items}` },
          {
            key: "receipt",
            heading: "Receipt",
            cell: ({ receipt }) => (receipt === null ? "–" : <ReceiptLink code={receipt} />),
          },
        ]}
      />
    </Panel>
  );
}

export function Incidents({ incidents }: Pick<Report, "incidents">) {
  return (
    <Panel title="Incidents" className={flat}>
      {incidents.length === 0 ? (
        <p className="text-ink-soft">None was written down.</p>
      ) : (
        <ul className="grid gap-4">
          {incidents.map((incident) => (
            <li
              key={`${incident.at} ${incident.narrative}`}
              className="border-s-4 border-line-strong ps-4 print:break-inside-avoid"
            >
              <p className="font-bold wrap-anywhere">
                {incidentWords(incident.type)}
                {incident.who && `: ${incident.who}`}
              </p>
              <p className="text-sm text-ink-soft tabular">
                From {clockSeconds(incident.startedAt)}{" "}
                {incident.endedAt ? `to ${clockSeconds(incident.endedAt)}` : "on"}. Written by {incident.byName} at{" "}
                {clockSeconds(incident.at)}.
              </p>
              <p className="measure whitespace-pre-line wrap-anywhere">{incident.narrative}</p>
              {incident.endedAt === null && (
                <Form method="post" className="mt-2 print:hidden">
                  <input type="hidden" name="incident" value={incident.id} />
                  <Button type="submit" variant="quiet" size="small">
                    It has ended now
                  </Button>
                </Form>
              )}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

export function Announcements({ announcements }: Pick<Report, "announcements">) {
  return (
    <Panel title="Announcements" className={flat}>
      {announcements.length === 0 ? (
        <p className="text-ink-soft">None was made.</p>
      ) : (
        <ul className="grid gap-1.5">
          {announcements.map(({ id, at, text }) => (
            <li key={id} className="flex gap-3">
              <span className="tabular text-ink-soft">{clockSeconds(at)}</span>
              <span className="measure">{text}</span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

export function ActionLog({ audit, sitting }: Pick<Report, "audit" | "sitting">) {
  const day = localDay(sitting.startsAt);
  const rows = audit.map((done, at) => ({ ...done, key: String(at) }));
  return (
    <Panel
      title="Everything that was done"
      lead="From the audit log: it cannot be changed afterwards."
      flush
      className={flat}
    >
      <DataTable
        caption="Everything that was done"
        captionHidden
        dense
        layout="cards"
        rows={rows}
        rowKey={({ key }) => key}
        empty={<EmptyState title="Nothing has been done yet" />}
        columns={[
          {
            key: "at",
            heading: "When",
            cell: ({ at }) => (localDay(at) === day ? clockSeconds(at) : momentInLondon(at)),
          },
          { key: "what", heading: "What", rowHeading: true, cell: ({ action }) => actionWords(action) },
          { key: "detail", heading: "How", cell: (done) => detailWords(done) || "–" },
          { key: "learner", heading: "For", cell: ({ who }) => (who === null ? "–" : <Name>{who}</Name>) },
          { key: "who", heading: "By", cell: byWords },
          { key: "why", heading: "Why", cell: ({ why }) => why ?? "–" },
        ]}
      />
    </Panel>
  );
}
