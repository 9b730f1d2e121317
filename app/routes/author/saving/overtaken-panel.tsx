import { useEffect, useState } from "react";
import { Button } from "../../../components/button.tsx";
import { Notice } from "../../../components/notice.tsx";
import type { Item } from "../../../exam/item/item.ts";
import { clockInLondon } from "../../london-time.ts";
import type { ItemEditor } from "../use-item-editor.ts";
import { differences } from "./differences.ts";
import { readStored, type Theirs } from "./draft-wire.ts";

type Props = { readonly draft: string; readonly editor: ItemEditor };

/** Somebody else saved in between: what differs, and which of the two goes on. */
export function OvertakenPanel({ draft, editor }: Props) {
  const { saving, saver, item, takeTheirs } = editor;
  const isOvertaken = saving.kind === "overtaken";
  const [theirs, setTheirs] = useState<Theirs | null>(null);
  useEffect(() => {
    if (!isOvertaken) return setTheirs(null);
    let isHere = true;
    readStored(draft).then((stored) => isHere && setTheirs(stored));
    return () => {
      isHere = false;
    };
  }, [isOvertaken, draft]);
  if (!isOvertaken) return null;
  return (
    <Notice
      tone="bad"
      live
      title={
        theirs === null
          ? "Somebody else has saved this draft"
          : `${theirs.changedBy} saved this draft at ${clockInLondon(theirs.changedAt)}, after you had opened it`
      }
      actions={
        theirs === null ? (
          <Button size="small" variant="quiet" onClick={() => readStored(draft).then(setTheirs)}>
            Show what differs
          </Button>
        ) : (
          <>
            <Button size="small" onClick={() => saver.keepMine(theirs.revision)}>
              Keep mine
            </Button>
            <Button size="small" variant="quiet" onClick={() => takeTheirs(theirs)}>
              Take theirs
            </Button>
          </>
        )
      }
    >
      <p>
        Nothing of yours is lost: it stays on this page. Keeping yours saves it on top of theirs; taking theirs can be
        undone.
      </p>
      {theirs !== null && <Differences mine={item} theirs={theirs.content} />}
    </Notice>
  );
}

function Differences({ mine, theirs }: { readonly mine: Item; readonly theirs: Item }) {
  const found = differences(mine, theirs);
  if (found.length === 0) return <p>Both say the same.</p>;
  return (
    <div className="mt-2 overflow-x-auto">
      <table className="w-full text-sm">
        <caption className="sr-only">Where the two differ</caption>
        <thead>
          <tr className="border-b border-line text-start">
            <th scope="col" className="py-1 pe-4 text-start">
              Part
            </th>
            <th scope="col" className="py-1 pe-4 text-start">
              Yours
            </th>
            <th scope="col" className="py-1 text-start">
              Theirs
            </th>
          </tr>
        </thead>
        <tbody>
          {found.map(({ part, mine: own, theirs: other }) => (
            <tr key={part} className="border-b border-line align-top">
              <th scope="row" className="py-1 pe-4 text-start font-bold whitespace-nowrap">
                {part}
              </th>
              <td className="py-1 pe-4 wrap-anywhere">{own || <i>nothing</i>}</td>
              <td className="py-1 wrap-anywhere">{other || <i>nothing</i>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
