import { useEffect, useState } from "react";
import { useAnnounce } from "../../components/announcer.tsx";
import { OfflineIcon, TickIcon } from "../../components/icons.tsx";
import type { Snapshot } from "../snapshot.ts";
import { timeOfDay } from "../time-of-day.ts";

type Shown = Pick<Snapshot, "safe" | "savedAt" | "waiting" | "trouble" | "keeps">;

/** Trouble that passes sooner is seen and not read out, in milliseconds. */
const worthSaying = 3_000;

/** What is safe and what is not: always there, always true, never silent about trouble. */
export function SafeLine({ snapshot }: { readonly snapshot: Shown }) {
  useSpokenTrouble(snapshot);
  const Icon = snapshot.trouble ? OfflineIcon : TickIcon;
  return (
    <p className="flex items-start gap-1.5 text-sm tabular">
      <Icon className={snapshot.trouble ? "mt-[0.15em] text-warn" : "mt-[0.15em] text-good"} />
      <span className={snapshot.trouble ? "font-bold text-warn" : "text-ink-soft"}>{safeWords(snapshot)}</span>
    </p>
  );
}

export function safeWords({ safe, savedAt, waiting, trouble, keeps }: Shown): string {
  const at = savedAt === null ? "" : ` at ${timeOfDay(savedAt)}`;
  const counted = `${safe.safe} of ${safe.of} safe${at}`;
  if (trouble && waiting > 0)
    return `Not saved yet, still trying: ${keeps === "on-computer" ? "kept on this computer" : "keep this page open"}`;
  if (trouble) return `${safe.of > 0 ? `${counted}. ` : ""}Connection lost, still trying`;
  if (safe.of === 0) return "Your answers are saved as you work";
  return safe.safe < safe.of ? `${counted}, saving` : counted;
}

function useSpokenTrouble({ trouble, keeps }: Shown) {
  const announce = useAnnounce();
  const [said, setSaid] = useState(false);
  useEffect(() => {
    if (!trouble) return;
    const timer = setTimeout(() => {
      setSaid(true);
      const kept = keeps === "on-computer" ? "Your answers are kept on this computer." : "Keep this page open.";
      announce(`Not saved yet, still trying. ${kept} You can go on working.`);
    }, worthSaying);
    return () => clearTimeout(timer);
  }, [trouble, keeps, announce]);
  useEffect(() => {
    if (trouble || !said) return;
    setSaid(false);
    announce("The connection is back. Your answers are being saved again.");
  }, [trouble, said, announce]);
}
