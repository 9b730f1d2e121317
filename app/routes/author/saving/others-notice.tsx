import { Notice } from "../../../components/notice.tsx";
import { clockInLondon } from "../../london-time.ts";
import type { Other } from "./draft-wire.ts";

/** Who else has the draft open now: two who write at once would get in each other's way. */
export function OthersNotice({ others }: { readonly others: readonly Other[] }) {
  if (others.length === 0) return null;
  const names = others.map(({ name, since }) => `${name} (since ${clockInLondon(since)})`);
  return (
    <Notice
      tone="warn"
      live
      title={`${names.join(" and ")} also ${others.length === 1 ? "has" : "have"} this draft open`}
    >
      Both can write, but only one save can be first. Whoever is second is asked which text to keep.
    </Notice>
  );
}
