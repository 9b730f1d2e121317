import { DataTable } from "../../components/data-table.tsx";
import { Disclosure } from "../../components/disclosure.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Link } from "../../components/link.tsx";
import { type Role, roles } from "../../exam/people/actor.ts";
import type { AuditLine } from "../../store/views/audit-log.ts";
import { momentInLondon } from "../london-time.ts";
import { roleWords } from "../staff/role-words.ts";

/** The newest line first. */
export function AuditTable({ lines }: { readonly lines: readonly AuditLine[] }) {
  return (
    <DataTable
      caption="Audit log"
      captionHidden
      layout="cards"
      dense
      rows={lines}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "at",
          heading: "When",
          cell: ({ at }) => <span className="@min-[40rem]:whitespace-nowrap">{momentInLondon(at)}</span>,
        },
        {
          key: "who",
          heading: "Who",
          cell: ({ actorName, role }) => (
            <span>
              {actorName} <span className="text-sm text-ink-soft">{roleIn(role)}</span>
            </span>
          ),
        },
        { key: "action", heading: "Did what", cell: ({ action }) => action, rowHeading: true },
        { key: "about", heading: "About", cell: (line) => <About line={line} /> },
        { key: "why", heading: "Why", cell: ({ why }) => why ?? "–" },
        { key: "detail", heading: "Details", cell: ({ detail }) => <Details detail={detail} />, width: "9rem" },
      ]}
      empty={<EmptyState title="Nothing matches">Try a longer span of days, or every action.</EmptyState>}
    />
  );
}

const others: Readonly<Record<string, string>> = {
  candidate: "Learner",
  "dummy-seat": "Checked computer",
  system: "By itself",
  anyone: "",
};
const roleIn = (role: string) => (roles.includes(role as Role) ? roleWords[role as Role] : (others[role] ?? role));

function About({ line: { learner, sitting, replay } }: { readonly line: AuditLine }) {
  if (learner === null && sitting === null) return <>–</>;
  return (
    <div className="grid">
      {learner && (
        <Link href={`/learners/${learner.id}`} className="py-0.5">
          {learner.name}
        </Link>
      )}
      {sitting && (
        <Link href={`/sittings/${sitting.id}/report`} className="py-0.5 text-sm">
          {sitting.words}
        </Link>
      )}
      {replay && (
        <Link href={`/replay/${replay}`} className="py-0.5 text-sm">
          Replay
        </Link>
      )}
    </div>
  );
}

function Details({ detail }: Pick<AuditLine, "detail">) {
  const facts = Object.entries(detail);
  if (facts.length === 0) return <>–</>;
  return (
    <Disclosure summary={facts.length === 1 ? "1 fact" : `${facts.length} facts`}>
      <dl className="grid gap-1 text-sm">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt className="inline text-ink-soft">{name}: </dt>
            <dd className="inline break-all">{typeof value === "string" ? value : JSON.stringify(value)}</dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  );
}
