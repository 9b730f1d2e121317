import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type ClientActionFunctionArgs, Form, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { Breadcrumbs } from "../components/breadcrumbs.tsx";
import { Button } from "../components/button.tsx";
import { Field } from "../components/field.tsx";
import { SearchIcon } from "../components/icons.tsx";
import { LinkTabs } from "../components/link-tabs.tsx";
import { Pagination } from "../components/pagination.tsx";
import { Panel } from "../components/panel.tsx";
import { Select } from "../components/select.tsx";
import { draftStates } from "../exam/authoring/life.ts";
import { itemWriters } from "../exam/authoring/writers.ts";
import type { ItemDraftList } from "../store/views/item-drafts.ts";
import { fieldsOf, read, say } from "./answer.ts";
import { DraftTable } from "./bank/draft-list.tsx";
import { NewItem } from "./bank/new-item.tsx";
import { draftStateWords } from "./bank/standing.tsx";
import { Refusal } from "./refusal.tsx";
import { sent } from "./sent.ts";
import { addressWith } from "./staff/address.ts";
import { StaffPage, useRoot } from "./staff-frame.tsx";

export const meta = () => [{ title: "Drafts and reviews · Question bank · Examhall" }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  return read(context.views.authoring.drafts(context.actor, asked), request);
}

export async function action({ context, request }: ActionFunctionArgs) {
  const begun = await context.commands.authoring.startDraft(context.actor, await fieldsOf(request));
  return begun.ok ? redirect(`/bank/item-drafts/${begun.draft}`) : say(begun);
}

export const clientAction = (asked: ClientActionFunctionArgs) => sent(asked);

export default function ItemDrafts() {
  const list = useLoaderData<typeof loader>();
  const said = useActionData<typeof action>();
  const [search] = useSearchParams();
  const { me } = useRoot();
  const writes = me?.roles.some((role) => itemWriters.includes(role)) ?? false;
  const { lines, found, pages, asked, units } = list;
  return (
    <StaffPage
      title="Drafts and reviews"
      lead="Items on their way to their next version. Whoever wrote some of a draft does not review it."
      breadcrumbs={<Breadcrumbs items={[{ href: "/bank", label: "Question bank" }, { label: "Drafts and reviews" }]} />}
    >
      <div className="grid gap-6">
        {said && <Refusal title="No item was begun" said={said} />}
        {writes && <NewItem units={units} />}
        <section className="grid gap-3">
          <Whose list={list} search={search} />
          <Filters key={search.toString()} list={list} />
          <Panel flush footer={<p>{found === 1 ? "1 draft" : `${found.toLocaleString("en-GB")} drafts`}</p>}>
            <DraftTable lines={lines} whose={asked.whose} />
          </Panel>
          <Pagination page={asked.page} pages={pages} href={(page) => addressWith(search, { page })} />
        </section>
      </div>
    </StaffPage>
  );
}

type Props = { readonly list: ItemDraftList };

function Whose({ list: { asked, toReview }, search }: Props & { readonly search: URLSearchParams }) {
  const to = (whose: ItemDraftList["asked"]["whose"]) => ({
    href: addressWith(search, { whose: whose === "all" ? null : whose, state: null, page: null }),
    current: asked.whose === whose,
  });
  return (
    <LinkTabs
      label="Whose drafts"
      tabs={[
        { ...to("all"), label: "Everybody’s" },
        { ...to("mine"), label: "Written by me" },
        { ...to("to-review"), label: "Waiting for my review", count: toReview },
      ]}
    />
  );
}

function Filters({ list: { asked, units } }: Props) {
  return (
    <Form method="get" role="search" className="flex flex-wrap items-end gap-4">
      <Field label="Item or title" name="q" type="search" defaultValue={asked.q} />
      <Select
        label="Unit"
        name="unit"
        empty="Every unit"
        defaultValue={asked.unit}
        options={units.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Select
        label="State"
        name="state"
        defaultValue={asked.state}
        options={[
          { value: "open", label: "All that are open" },
          ...draftStates.map((state) => ({ value: state, label: draftStateWords(state) })),
        ]}
      />
      {asked.whose !== "all" && <input type="hidden" name="whose" value={asked.whose} />}
      <Button type="submit" variant="quiet" icon={<SearchIcon />}>
        Search
      </Button>
    </Form>
  );
}
