import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Breadcrumbs } from "../components/breadcrumbs.tsx";
import { DescriptionList } from "../components/description-list.tsx";
import { Link } from "../components/link.tsx";
import { Panel } from "../components/panel.tsx";
import { forExaminer } from "../exam/item/for-examiner.ts";
import { partsOf } from "../exam/item/specification.ts";
import type { BankItem } from "../store/views/bank-item.ts";
import { read } from "./answer.ts";
import { inMarks, markedBy } from "./bank/item-words.ts";
import { KeyPanel } from "./bank/key-panel.tsx";
import { TryItem } from "./bank/try-item.tsx";
import { inLondon } from "./london-time.ts";
import { Examples } from "./marking/examples.tsx";
import { StaffPage } from "./staff-frame.tsx";

export const meta = () => [{ title: "Item · Question bank · Examhall" }];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  return read(context.views.bank.item(context.actor, { item: params.item }), request);
}

export default function BankItemPage() {
  const { found } = useLoaderData<typeof loader>();
  const { item, stimulus, pictures } = found;
  return (
    <StaffPage
      title={`${item.id}: ${item.title}`}
      lead="Confidential. Nothing you try here is recorded."
      breadcrumbs={<Breadcrumbs items={[{ href: "/bank", label: "Question bank" }, { label: item.id }]} />}
    >
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[3fr_2fr]">
        <div className="grid min-w-0 gap-6">
          <TryItem key={found.id} item={item} stimulus={stimulus} pictures={pictures} />
          {item.worked.length > 0 && (
            <Panel title="Worked responses" lead="Run against the rules whenever the bank is checked.">
              <Examples examples={item.worked} item={forExaminer(item, stimulus)} />
            </Panel>
          )}
        </div>
        <div className="grid min-w-0 gap-6">
          <Facts found={found} />
          <KeyPanel item={item} pictures={pictures} />
        </div>
      </div>
    </StaffPage>
  );
}

function Facts({ found }: { readonly found: BankItem }) {
  const { item, version, versions, forms, place } = found;
  const { commandWord, minutes } = item.classification;
  return (
    <Panel title="Facts">
      <DescriptionList
        items={[
          { term: "Marks", detail: `${inMarks(item.maxMark)} in about ${minutes} minutes` },
          { term: "Marked", detail: markedBy(item.marking, item.classification.area) },
          ...placeFacts(found),
          { term: "Command word", detail: commandWord },
          { term: "In forms", detail: forms.length > 0 ? <FormLinks forms={forms} /> : noForms[place.kind] },
          { term: "Version", detail: `${version}, read ${inLondon(found.loadedAt)}` },
          {
            term: "All versions",
            detail: versions.map((one) => (
              <span key={one.id} className="me-3">
                {one.id === found.id ? one.version : <Link href={`/bank/items/${one.id}`}>{one.version}</Link>}
              </span>
            )),
          },
          { term: "Checksum", detail: <code className="break-all">{found.checksum.slice(0, 16)}</code> },
        ]}
      />
    </Panel>
  );
}

const noForms = { area: "None", criterion: "None: its unit has no timed test" } as const;

const placeFacts = ({ item, place }: BankItem) => {
  const { area } = item.classification;
  if (place.kind === "criterion")
    return [
      { term: "Unit", detail: place.unit },
      { term: "Learning outcome", detail: place.outcome },
      { term: "Assessment criterion", detail: `${area} ${place.title}` },
    ];
  const shares = partsOf(item).map(([objective, marks]) => `${objective}: ${inMarks(marks)}`);
  return [
    { term: "Content area", detail: `${area} ${place.title}` },
    { term: "Objectives", detail: shares.join(", ") },
  ];
};

function FormLinks({ forms }: Pick<BankItem, "forms">) {
  return (
    <ul>
      {forms.map(({ id, name, number, retired }) => (
        <li key={id}>
          <Link href={`/bank/forms/${id}`}>{name}</Link>, question {number}
          {retired && " (out of use)"}
        </li>
      ))}
    </ul>
  );
}
