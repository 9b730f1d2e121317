export type Tone = "neutral" | "info" | "good" | "warn" | "bad";

/** Text colour of a tone; readable on every ground. */
export const toneText: Record<Tone, string> = {
  neutral: "text-ink-soft",
  info: "text-info",
  good: "text-good",
  warn: "text-warn",
  bad: "text-bad",
};

/** Text, soft ground and edge of a tone. */
export const toneBox: Record<Tone, string> = {
  neutral: "bg-sunken text-ink border-line-strong",
  info: "bg-info-soft text-info border-info",
  good: "bg-good-soft text-good border-good",
  warn: "bg-warn-soft text-warn border-warn",
  bad: "bg-bad-soft text-bad border-bad",
};
