import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData, useSearchParams } from "@remix-run/react";
import { Button, LinkButton } from "../components/button.tsx";
import { Field } from "../components/field.tsx";
import { SearchIcon } from "../components/icons.tsx";
import { Pagination } from "../components/pagination.tsx";
import { Panel } from "../components/panel.tsx";
import { Select } from "../components/select.tsx";
import { read } from "./answer.ts";
import { AuditTable } from "./audit/audit-table.tsx";
import { instantOn } from "./board/room-time.ts";
import { addressWith } from "./staff/address.ts";
import { StaffPage } from "./staff-frame.tsx";

export const meta = () => [{ title: "Audit · Examhall" }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { from = "", to = "", ...asked } = Object.fromEntries(new URL(request.url).searchParams);
  const days = { from: instantOn(from, "00:00"), until: instantOn(dayAfter(to), "00:00") };
  const log = await read(context.views.staff.audit(context.actor, { ...asked, ...days }), request);
  return { ...log, from, to };
}

/** The whole last day counts, so the log is read up to the beginning of the next. */
function dayAfter(day: string): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(at) ? "" : new Date(at + 86_400_000).toISOString().slice(0, 10);
}

export default function Audit() {
  const { lines, actions, asked, found, pages, from, to } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  return (
    <StaffPage title="Audit" lead="Who did what, when and why. Nothing in this log can be changed or removed.">
      <div className="grid gap-6">
        <Form method="get" role="search" className="flex flex-wrap items-end gap-4">
          <Field label="Done by" name="who" type="search" width="short" defaultValue={asked.who} />
          <Select
            label="Action"
            name="action"
            empty="Every action"
            defaultValue={asked.action}
            options={actions.map((action) => ({ value: action, label: action }))}
          />
          <Field label="Learner" name="about" type="search" width="short" defaultValue={asked.about} />
          <Field label="From" name="from" type="date" width="short" defaultValue={from} />
          <Field label="To" name="to" type="date" width="short" defaultValue={to} />
          <Button type="submit" variant="quiet" icon={<SearchIcon />}>
            Search
          </Button>
          <LinkButton href="/audit" variant="plain">
            Show everything
          </LinkButton>
        </Form>
        <Panel flush footer={<p>{found === 1 ? "1 line" : `${found.toLocaleString("en-GB")} lines`}</p>}>
          <AuditTable lines={lines} />
        </Panel>
        <Pagination page={asked.page} pages={pages} href={(page) => addressWith(search, { page })} />
      </div>
    </StaffPage>
  );
}
