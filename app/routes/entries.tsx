import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type ClientActionFunctionArgs, Form, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { Button, LinkButton } from "../components/button.tsx";
import { Field } from "../components/field.tsx";
import { PlusIcon, SearchIcon } from "../components/icons.tsx";
import { Pagination } from "../components/pagination.tsx";
import { Panel } from "../components/panel.tsx";
import { Select } from "../components/select.tsx";
import { fieldsOf, read, say } from "./answer.ts";
import { AddLearner } from "./entries/add-learner.tsx";
import { EntryTable } from "./entries/entry-table.tsx";
import { inLondon } from "./london-time.ts";
import { sent } from "./sent.ts";
import { addressWith } from "./staff/address.ts";
import { StaffPage } from "./staff-frame.tsx";

export const meta = () => [{ title: "Entries · Examhall" }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  return read(context.views.bookings.entries(context.actor, asked), request);
}

/** Adds a learner, and goes on to book them. */
export async function action({ context, request }: ActionFunctionArgs) {
  const added = await context.commands.bookings.addLearner(context.actor, await fieldsOf(request));
  return added.ok ? redirect(`/entries/new?learner=${added.learner}`) : say(added);
}

export const clientAction = (asked: ClientActionFunctionArgs) => sent(asked);

const shows = [
  { value: "all", label: "All learners" },
  { value: "without", label: "Not booked" },
  { value: "open", label: "Booked or sitting" },
  { value: "waiting", label: "Waiting for a result" },
  { value: "resulted", label: "With a result" },
];

export default function Entries() {
  const { rows, asked, found, pages, sittings, centres } = useLoaderData<typeof loader>();
  const said = useActionData<typeof action>();
  const [search] = useSearchParams();
  return (
    <StaffPage
      title="Entries"
      lead="The learners of your centre, where they are booked, and whether they may be entered again."
      actions={
        <>
          <LinkButton href="/sittings/new" variant="quiet">
            Plan a sitting
          </LinkButton>
          <LinkButton href="/entries/new" icon={<PlusIcon />}>
            Book a learner
          </LinkButton>
        </>
      }
    >
      <div className="grid gap-6">
        <AddLearner centres={centres} said={said} />
        <Form method="get" role="search" className="flex flex-wrap items-end gap-4">
          <Field label="Name or candidate number" name="q" type="search" defaultValue={asked.q} />
          <Select label="Show" name="show" options={shows} defaultValue={asked.show} />
          <Select
            label="Sitting"
            name="sitting"
            empty="All sittings"
            defaultValue={asked.sitting ?? ""}
            options={sittings.map(({ id, room, startsAt }) => ({ value: id, label: `${inLondon(startsAt)}, ${room}` }))}
          />
          <input type="hidden" name="sort" value={asked.sort} />
          <Button type="submit" variant="quiet" icon={<SearchIcon />}>
            Search
          </Button>
        </Form>
        <Panel flush footer={<p>{found === 1 ? "1 learner" : `${found} learners`}</p>}>
          <EntryTable rows={rows} asked={asked} manyCentres={centres.length > 1} search={search} />
        </Panel>
        <Pagination page={asked.page} pages={pages} href={(page) => addressWith(search, { page })} />
      </div>
    </StaffPage>
  );
}
