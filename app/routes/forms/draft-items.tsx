import { useFetcher } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { useAnnounce } from "../../components/announcer.tsx";
import { Button } from "../../components/button.tsx";
import { DataTable } from "../../components/data-table.tsx";
import { PlusIcon } from "../../components/icons.tsx";
import { Link } from "../../components/link.tsx";
import { Panel } from "../../components/panel.tsx";
import type { Candidate } from "../../exam/form/assembly/candidate.ts";
import type { Rule } from "../../exam/form/assembly/rule.ts";
import type { DraftFound } from "../../store/views/form-draft.ts";
import type { Said } from "../answer.ts";
import { interactionWords, markingWords } from "../bank/item-words.ts";
import { Refusal } from "../refusal.tsx";
import { ItemPicker } from "./item-picker.tsx";

type Props = { readonly found: DraftFound; readonly rules: readonly Rule[] };

type Place = { readonly number: number; readonly section: string; readonly item: Candidate };
/** The item to be replaced, or none when one is to be added. */
type Picking = { readonly instead: Candidate | null };

/** The questions in the order learners will meet them; each can be replaced or taken out. */
export function DraftItems({ found, rules }: Props) {
  const fetcher = useFetcher<Said | null>();
  const announce = useAnnounce();
  const [picking, pick] = useState<Picking | null>(null);
  const open = found.state === "open";
  const list = useRef<HTMLDivElement>(null);
  const seen = useRef(found.revision);
  // The button that was pressed may have gone with its row; nobody should have to begin again at the top of the page.
  useEffect(() => {
    if (seen.current !== found.revision && document.activeElement === document.body) list.current?.focus();
    seen.current = found.revision;
  }, [found.revision]);

  const change = (items: readonly string[], words: string) => {
    const data = new FormData();
    data.set("intent", "change");
    data.set("revision", String(found.revision));
    for (const id of items) data.append("items", id);
    fetcher.submit(data, { method: "post" });
    announce(words);
  };
  const put = (chosen: string, instead: Candidate | null) => {
    const without = found.items.filter((id) => id !== instead?.id);
    change([...without, chosen], instead ? `${chosen} put in for ${instead.id}` : `${chosen} added`);
    pick(null);
  };

  return (
    <Panel
      title="Items in order"
      flush
      actions={
        open && (
          <Button size="small" variant="quiet" icon={<PlusIcon />} onClick={() => pick({ instead: null })}>
            Add an item
          </Button>
        )
      }
    >
      {fetcher.data && (
        <div className="p-4">
          <Refusal title="Nothing was changed" said={fetcher.data} />
        </div>
      )}
      <div ref={list} tabIndex={-1}>
        <DataTable
          caption="Items in order"
          captionHidden
          layout="cards"
          dense
          rows={placesOf(found)}
          rowKey={({ item }) => item.id}
          columns={[
            { key: "number", heading: "No.", cell: ({ number }) => number, numeric: true },
            {
              key: "item",
              heading: "Item",
              cell: ({ item }) => (
                <Link href={`/bank/items/${found.versions[item.id]}`}>
                  {item.id}: {item.title}
                </Link>
              ),
              rowHeading: true,
            },
            { key: "section", heading: "Section", cell: ({ section }) => section },
            { key: "area", heading: "Area", cell: ({ item }) => item.area },
            { key: "objectives", heading: "Objective", cell: ({ item }) => Object.keys(item.objectives).join(", ") },
            { key: "marks", heading: "Marks", cell: ({ item }) => item.marks, numeric: true },
            {
              key: "types",
              heading: "Answered by",
              cell: ({ item }) => item.types.map((type) => interactionWords[type]).join(", "),
            },
            { key: "marked", heading: "Marked", cell: ({ item }) => markingWords[item.auto ? "auto" : "person"] },
            ...(open
              ? [
                  {
                    key: "act",
                    heading: "Change",
                    cell: ({ item }: Place) => (
                      <span className="flex gap-1 whitespace-nowrap">
                        <Button
                          size="small"
                          variant="quiet"
                          aria-label={`Swap ${item.id}`}
                          onClick={() => pick({ instead: item })}
                        >
                          Swap
                        </Button>
                        <Button
                          size="small"
                          variant="plain"
                          aria-label={`Take out ${item.id}`}
                          disabled={found.items.length === 1 || fetcher.state !== "idle"}
                          onClick={() =>
                            change(
                              found.items.filter((id) => id !== item.id),
                              `${item.id} taken out`,
                            )
                          }
                        >
                          Take out
                        </Button>
                      </span>
                    ),
                  },
                ]
              : []),
          ]}
        />
      </div>
      <ItemPicker
        found={found}
        rules={rules}
        open={picking !== null}
        instead={picking?.instead ?? null}
        onClose={() => pick(null)}
        onPick={put}
      />
    </Panel>
  );
}

function placesOf({ sections, pool }: DraftFound): readonly Place[] {
  const places = sections.flatMap((section) => section.items.map(({ item }) => ({ item, section: section.title })));
  return places.flatMap(({ item: id, section }, at): Place[] => {
    const item = pool.candidates.find((candidate) => candidate.id === id);
    return item ? [{ number: at + 1, section, item }] : [];
  });
}
