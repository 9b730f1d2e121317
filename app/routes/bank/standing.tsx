import { LinkTabs } from "../../components/link-tabs.tsx";
import { Status } from "../../components/status.tsx";
import type { Tone } from "../../components/tone.ts";
import type { DraftState } from "../../exam/authoring/life.ts";
import type { ItemStanding, ListCounts } from "../../store/views/bank-search.ts";
import { addressWith } from "../staff/address.ts";

type Words = { readonly words: string; readonly tone: Tone };

const standings: Readonly<Record<ItemStanding, Words>> = {
  live: { words: "Live", tone: "good" },
  draft: { words: "Being edited", tone: "info" },
  review: { words: "In review", tone: "warn" },
  approved: { words: "Approved", tone: "good" },
  retired: { words: "Retired", tone: "neutral" },
};

/** How an item stands; one that is edited is live all the while, at its last version. */
export const Standing = ({ standing }: { readonly standing: ItemStanding }) => (
  <Status tone={standings[standing].tone}>{standings[standing].words}</Status>
);

const draftStates: Readonly<Record<DraftState, Words>> = {
  draft: { words: "Draft", tone: "info" },
  review: { words: "In review", tone: "warn" },
  approved: { words: "Approved", tone: "good" },
  live: { words: "Published", tone: "good" },
  dropped: { words: "Dropped", tone: "neutral" },
};

export const draftStateWords = (state: DraftState) => draftStates[state].words;

export const DraftStatus = ({ state }: { readonly state: DraftState }) => (
  <Status tone={draftStates[state].tone}>{draftStates[state].words}</Status>
);

type LinksProps = {
  readonly counts: ListCounts;
  readonly asked: ItemStanding | null;
  readonly search: URLSearchParams;
};

/** The list by how its items stand, with how many there are of each. */
export function StandingLinks({ counts, asked, search }: LinksProps) {
  const all = Object.values(counts.standings).reduce((total, items) => total + items, 0);
  const keys = ["live", "draft", "review", "approved", "retired"] as const;
  const to = (standing: ItemStanding | null) => ({
    href: addressWith(search, { standing, page: null }),
    current: asked === standing,
  });
  return (
    <LinkTabs
      label="Items by how they stand"
      tabs={[
        { ...to(null), label: "All", count: all },
        ...keys.map((key) => ({ ...to(key), label: standings[key].words, count: counts.standings[key] })),
      ]}
    />
  );
}
