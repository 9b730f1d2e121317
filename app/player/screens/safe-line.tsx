import { useEffect, useState } from "react";
import { useAnnounce } from "../../components/announcer.tsx";
import { OfflineIcon, TickIcon } from "../../components/icons.tsx";
import { keepsACopy } from "../../exam/attempt/keeping.ts";
import type { Snapshot } from "../snapshot.ts";
import { timeOfDay } from "../time-of-day.ts";

type Shown = Pick<Snapshot, "safe" | "savedAt" | "waiting" | "trouble" | "keeping" | "inRoom">;
type Said = Shown & Pick<Snapshot, "submitting" | "timeUp">;

/** Trouble that passes sooner is seen and not read out, in milliseconds. */
const worthSaying = 3_000;

/** What is safe and what is not: always there, always true, never silent about trouble. */
export function SafeLine({ snapshot }: { readonly snapshot: Said }) {
  useSpokenTrouble(snapshot);
  const Icon = snapshot.trouble ? OfflineIcon : TickIcon;
  return (
    <p className="flex items-start gap-1.5 text-sm leading-snug tabular">
      <Icon className={snapshot.trouble ? "mt-[0.15em] text-warn" : "mt-[0.15em] text-good"} />
      <span className={snapshot.trouble ? "font-bold text-warn" : "text-ink-soft"}>{safeWords(snapshot)}</span>
    </p>
  );
}

/** safe: the server has it. kept: only this computer has it. trying: it is being asked for again and again. */
export function safeWords({ safe, savedAt, trouble, keeping, inRoom }: Shown): string {
  const at = savedAt === null ? "" : ` at ${timeOfDay(savedAt)}`;
  const counted = `${safe.safe} of ${safe.of} safe${at}`;
  const unsafe = safe.of - safe.safe;
  const where = whereKept(keepsACopy(keeping), inRoom);
  if (trouble && unsafe > 0) return `${safe.safe} of ${safe.of} safe, ${unsafe} not saved yet, still trying: ${where}`;
  if (trouble) return `${safe.of > 0 ? `${counted}. ` : ""}Connection lost, still trying`;
  if (safe.of === 0) return "Your answers are saved as you work";
  return safe.safe < safe.of ? `${counted}, saving` : counted;
}

function whereKept(here: boolean, inRoom: boolean): string {
  if (here) return inRoom ? "kept on this computer and on another one in this room" : "kept on this computer";
  return inRoom ? "kept on another computer in this room; keep this page open" : "keep this page open";
}

/** Whoever has handed in, or whose time is up, cannot go on working. */
export function spokenTrouble({ safe, keeping, submitting, timeUp }: Said): string {
  const isAllSafe = safe.of > 0 && safe.safe === safe.of;
  const what = isAllSafe ? "The connection is lost. Everything so far is safe." : "Not saved yet, still trying.";
  const where = keepsACopy(keeping) ? "Your answers are kept on this computer." : "Keep this page open.";
  const now = submitting || timeUp ? "Stay here and tell the invigilator." : "You can go on working.";
  return `${what} ${where} ${now}`;
}

function useSpokenTrouble(snapshot: Said) {
  const { trouble } = snapshot;
  const announce = useAnnounce();
  const [said, setSaid] = useState(false);
  const words = spokenTrouble(snapshot);
  useEffect(() => {
    if (!trouble || said) return;
    const timer = setTimeout(() => {
      setSaid(true);
      announce(words);
    }, worthSaying);
    return () => clearTimeout(timer);
  }, [trouble, said, words, announce]);
  useEffect(() => {
    if (trouble || !said) return;
    setSaid(false);
    announce("The connection is back. Your answers are being saved again.");
  }, [trouble, said, announce]);
}
