import { DescriptionList } from "../../components/description-list.tsx";
import { Link } from "../../components/link.tsx";
import { Panel } from "../../components/panel.tsx";
import { draftReaders } from "../../exam/authoring/writers.ts";
import { partsOf } from "../../exam/item/specification.ts";
import type { BankItem } from "../../store/views/bank-item.ts";
import { inLondon } from "../london-time.ts";
import { useRoot } from "../staff-frame.tsx";
import { inMarks, markedBy } from "./item-words.ts";
import { DraftStatus, Standing } from "./standing.tsx";

/** What an item is, and how it stands. */
export function ItemFacts({ found }: { readonly found: BankItem }) {
  const { item, version, use } = found;
  const { commandWord, minutes } = item.classification;
  return (
    <Panel title="Facts">
      <DescriptionList
        items={[
          { term: "State", detail: <Standing standing={use.retired === null ? "live" : "retired"} /> },
          ...(found.draft ? [{ term: "Draft", detail: <OpenDraft draft={found.draft} /> }] : []),
          { term: "Marks", detail: `${inMarks(item.maxMark)} in about ${minutes} minutes` },
          { term: "Marked", detail: markedBy(item.marking, item.classification.area) },
          ...placeFacts(found),
          { term: "Command word", detail: commandWord },
          { term: "Version", detail: `${version}, kept ${inLondon(found.loadedAt)}` },
          { term: "Checksum", detail: <code className="break-all">{found.checksum.slice(0, 16)}</code> },
        ]}
      />
    </Panel>
  );
}

function OpenDraft({ draft: { id, state, by } }: { readonly draft: NonNullable<BankItem["draft"]> }) {
  const { me } = useRoot();
  const mayLook = me?.roles.some((role) => draftReaders.includes(role)) ?? false;
  const words = `last changed by ${by}`;
  return (
    <span className="flex flex-wrap gap-x-2">
      <DraftStatus state={state} />
      {mayLook ? <Link href={`/bank/item-drafts/${id}`}>{words}</Link> : words}
    </span>
  );
}

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
