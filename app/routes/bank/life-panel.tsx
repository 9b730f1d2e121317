import { Link } from "../../components/link.tsx";
import { Panel } from "../../components/panel.tsx";
import type { ItemStep } from "../../exam/authoring/life.ts";
import type { BankItem, ItemVersionLine } from "../../store/views/bank-item.ts";
import type { ItemEventLine } from "../../store/views/item-life.ts";
import { inLondon } from "../london-time.ts";

/** The versions of an item, with a way to see two of them beside each other, and everything that has happened to it. */
export function LifePanel({ found: { id, versions, events } }: { readonly found: BankItem }) {
  return (
    <Panel title="Versions and life" id="life">
      <div className="grid gap-6">
        <ul className="grid gap-1">
          {versions.map((one, at) => (
            <li key={one.id}>
              <VersionLine line={one} before={versions[at + 1]} isHere={one.id === id} />
            </li>
          ))}
        </ul>
        {events.length > 0 && (
          <div className="grid gap-3">
            <h3 className="text-lg">What has happened</h3>
            <EventList events={events} versions={versions} />
          </div>
        )}
      </div>
    </Panel>
  );
}

type LineProps = {
  readonly line: ItemVersionLine;
  readonly before: ItemVersionLine | undefined;
  readonly isHere: boolean;
};

function VersionLine({ line, before, isHere }: LineProps) {
  const name = `Version ${line.version}`;
  return (
    <>
      {isHere ? <strong>{name}, shown here</strong> : <Link href={`/bank/items/${line.id}`}>{name}</Link>},{" "}
      {line.draftId === null ? "read from the bank’s files" : "published"} {inLondon(line.loadedAt)}
      {before && (
        <>
          {" · "}
          <Link href={`/bank/compare?a=${before.id}&b=${line.id}`}>
            Compare with version {before.version}
            <span className="sr-only"> what changed in {name}</span>
          </Link>
        </>
      )}
    </>
  );
}

const words: Readonly<Record<ItemStep, string>> = {
  began: "began the item",
  edited: "began a change",
  imported: "made a draft of an imported item",
  sent: "sent it to review",
  changed: "changed it, so it is a draft again",
  returned: "gave it back",
  approved: "approved it",
  published: "published it",
  dropped: "dropped the draft",
  retired: "retired it",
  revived: "brought it back into use",
  "enemies-declared": "declared an enemy:",
  "enemies-ended": "let it meet again:",
};

type EventProps = { readonly events: readonly ItemEventLine[]; readonly versions: readonly ItemVersionLine[] };

/** Steps, the newest first, with what was said at each. */
export function EventList({ events, versions }: EventProps) {
  return (
    <ol className="grid gap-3">
      {events.map((event) => {
        const version = versions.find(({ id }) => id === event.versionId);
        return (
          <li key={event.id} className="grid gap-0.5">
            <p>
              <strong>{event.by}</strong> {words[event.step]}
              {event.step === "published" && version && ` as version ${version.version}`}
              {event.otherId && ` ${event.otherId}`}
              <span className="text-sm text-ink-soft"> {inLondon(event.at)}</span>
            </p>
            {event.words !== "" && <p className="measure border-s-4 border-line ps-3 break-words">{event.words}</p>}
          </li>
        );
      })}
    </ol>
  );
}
