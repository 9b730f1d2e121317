import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { LinkButton } from "../components/button.tsx";
import { Pagination } from "../components/pagination.tsx";
import { Panel } from "../components/panel.tsx";
import { draftReaders } from "../exam/authoring/writers.ts";
import { read } from "./answer.ts";
import { BankFilters } from "./bank/bank-filters.tsx";
import { FormTable, ItemTable } from "./bank/bank-tables.tsx";
import { StandingLinks } from "./bank/standing.tsx";
import { makesForms } from "./forms/form-actions.tsx";
import { addressWith } from "./staff/address.ts";
import { StaffPage, useRoot } from "./staff-frame.tsx";

export const meta = () => [{ title: "Question bank · Examhall" }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  return read(context.views.bank.list(context.actor, asked), request);
}

export default function Bank() {
  const list = useLoaderData<typeof loader>();
  const { items, forms, counts, pages, asked } = list;
  const [search] = useSearchParams();
  return (
    <StaffPage
      title="Question bank"
      actions={<Ways />}
      lead="Every item with its key and mark scheme, and the forms made of them. Confidential: for your eyes only."
    >
      <div className="grid gap-8">
        <section className="grid gap-3">
          <h2 className="text-xl">Forms</h2>
          <Panel flush>
            <FormTable forms={forms} />
          </Panel>
        </section>
        <section className="grid gap-3" id="items">
          <h2 className="text-xl">Items</h2>
          <BankFilters key={search.toString()} list={list} />
          <StandingLinks counts={counts} asked={asked.standing} search={search} />
          <Panel flush footer={<p>{inFigures(counts)}</p>}>
            <ItemTable items={items} sorted={asked.sort} search={search} />
          </Panel>
          <Pagination page={asked.page} pages={pages} href={(page) => addressWith(search, { page })} />
        </section>
      </div>
    </StaffPage>
  );
}

const inFigures = ({ found, marks }: { readonly found: number; readonly marks: number }) =>
  `${found === 1 ? "1 item" : `${found.toLocaleString("en-GB")} items`}, ${marks.toLocaleString("en-GB")} marks`;

/** Where one can go from the bank, for those who may. */
function Ways() {
  const { me } = useRoot();
  const works = me?.roles.some((role) => draftReaders.includes(role)) ?? false;
  return (
    <>
      {works && (
        <LinkButton href="/bank/item-drafts" variant="quiet">
          Drafts and reviews
        </LinkButton>
      )}
      {works && (
        <LinkButton href="/bank/import" variant="quiet">
          Import
        </LinkButton>
      )}
      {makesForms(me?.roles) && (
        <LinkButton href="/bank/assemble" variant="quiet">
          Assemble forms
        </LinkButton>
      )}
    </>
  );
}
