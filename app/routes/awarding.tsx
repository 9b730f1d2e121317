import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DataTable } from "../components/data-table.tsx";
import { EmptyState } from "../components/empty-state.tsx";
import { Link } from "../components/link.tsx";
import { Panel } from "../components/panel.tsx";
import { Badge, Status } from "../components/status.tsx";
import type { AwardingFormRow } from "../store/views/awarding-forms.ts";
import { read } from "./answer.ts";
import { StaffPage } from "./staff-frame.tsx";

export const meta = () => [{ title: "Awarding · Examhall" }];

export const loader = ({ context, request }: LoaderFunctionArgs) =>
  read(context.views.awarding.forms(context.actor, {}), request);

export default function Awarding() {
  const { forms } = useLoaderData<typeof loader>();
  return (
    <StaffPage
      title="Awarding"
      lead="Boundaries belong to a form. Results wait until its boundaries are set and you release them."
    >
      <Panel flush>
        <DataTable
          caption="Test forms"
          captionHidden
          layout="cards"
          rows={forms}
          rowKey={({ id }) => id}
          empty={
            <EmptyState title="There is no form to award">
              Forms appear here once the question bank has been loaded.
            </EmptyState>
          }
          columns={[
            { key: "form", heading: "Form", cell: (form) => <Name form={form} />, rowHeading: true },
            { key: "closed", heading: "Attempts", cell: ({ closed }) => closed, numeric: true },
            { key: "marking", heading: "Being marked", cell: ({ stages }) => stages.marking, numeric: true },
            {
              key: "waiting",
              heading: "Awaiting award",
              cell: ({ stages }) => stages["awaiting-award"],
              numeric: true,
            },
            { key: "graded", heading: "To release", cell: ({ stages }) => stages.graded, numeric: true },
            { key: "issued", heading: "Released", cell: ({ stages }) => stages.issued, numeric: true },
            { key: "boundaries", heading: "Boundaries", cell: (form) => <BoundariesOf form={form} /> },
          ]}
        />
      </Panel>
    </StaffPage>
  );
}

function Name({ form: { id, name, component, retired } }: { readonly form: AwardingFormRow }) {
  return (
    <span className="grid">
      <span className="flex flex-wrap items-center gap-2">
        <Link href={`/awarding/${id}`}>{name}</Link>
        {retired && <Badge>no longer in use</Badge>}
      </span>
      <span className="text-sm font-normal text-ink-soft">{component}</span>
    </span>
  );
}

function BoundariesOf({ form: { boundaries, stages } }: { readonly form: AwardingFormRow }) {
  if (boundaries) return `${boundaries.P} · ${boundaries.M} · ${boundaries.D} (version ${boundaries.version})`;
  return <Status tone={stages["awaiting-award"] > 0 ? "warn" : "neutral"}>Not set</Status>;
}
