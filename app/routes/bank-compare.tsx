import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { useMemo } from "react";
import { Breadcrumbs } from "../components/breadcrumbs.tsx";
import { LinkTabs } from "../components/link-tabs.tsx";
import { Notice } from "../components/notice.tsx";
import type { ComparedItem } from "../store/views/item-comparison.ts";
import { read } from "./answer.ts";
import { draftStateWords } from "./bank/standing.tsx";
import { ComparedParts } from "./compare/compared-parts.tsx";
import { changesIn, sideBySide } from "./compare/side-by-side.ts";
import { inLondon } from "./london-time.ts";
import { addressWith } from "./staff/address.ts";
import { StaffPage } from "./staff-frame.tsx";

export const meta = () => [{ title: "Comparison · Question bank · Examhall" }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  return read(context.views.authoring.compare(context.actor, asked), request);
}

export default function BankCompare() {
  const { one, other } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const parts = useMemo(() => sideBySide(one.item, other.item), [one, other]);
  const changes = changesIn(parts);
  const whole = search.get("show") === "all" || changes === 0;
  return (
    <StaffPage
      title={`${other.item.id}: ${nameOf(one, other)} and ${nameOf(other, one)}`}
      lead={changes === 0 ? "They say the same." : inWords(changes)}
      breadcrumbs={
        <Breadcrumbs
          items={[
            { href: "/bank", label: "Question bank" },
            { href: addressOf(other), label: other.item.id },
            { label: "Comparison" },
          ]}
        />
      }
    >
      <div className="grid gap-6">
        {one.item.id !== other.item.id && <Notice tone="warn">These are two different items.</Notice>}
        {changes > 0 && (
          <LinkTabs
            label="What is shown"
            tabs={[
              { href: addressWith(search, { show: null }), label: "What differs", count: changes, current: !whole },
              { href: addressWith(search, { show: "all" }), label: "Everything", current: whole },
            ]}
          />
        )}
        <ComparedParts
          parts={parts}
          whole={whole}
          one={{ href: addressOf(one), name: nameOf(one, other), detail: detailOf(one) }}
          other={{ href: addressOf(other), name: nameOf(other, one), detail: detailOf(other) }}
        />
      </div>
    </StaffPage>
  );
}

const inWords = (changes: number) =>
  `${changes === 1 ? "One thing differs" : `${changes} things differ`}. Words that only the first has are struck through; words that only the second has are underlined.`;

/** With the item's identifier where the two are not of one item. */
const nameOf = (of: ComparedItem, beside: ComparedItem) => {
  const name = of.kind === "version" ? `version ${of.version}` : "draft";
  return of.item.id === beside.item.id ? name : `${of.item.id}, ${name}`;
};

const detailOf = (of: ComparedItem) =>
  of.kind === "version"
    ? `kept ${inLondon(of.at)}`
    : `${draftStateWords(of.state).toLowerCase()}, last changed ${inLondon(of.at)} by ${of.by}`;

const addressOf = (of: ComparedItem) => (of.kind === "version" ? `/bank/items/${of.id}` : `/bank/item-drafts/${of.id}`);
