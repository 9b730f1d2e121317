import { Status } from "../../../components/status.tsx";
import type { Saving } from "./saver.ts";

const clock = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  hourCycle: "h23",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
});

/** How saving stands, in a few words that never go away. */
export function SavedLine({ saving }: { readonly saving: Saving }) {
  switch (saving.kind) {
    case "saved":
      return (
        <Status tone="good">{saving.at === null ? "Everything is saved" : `Saved ${clock.format(saving.at)}`}</Status>
      );
    case "waiting":
    case "sending":
      return <Status tone="neutral">Saving…</Status>;
    case "unheard":
      return <Status tone="warn">Not saved yet, still trying</Status>;
    case "refused":
    case "overtaken":
      return <Status tone="bad">Not saved</Status>;
  }
}
