import { Status } from "../../../components/status.tsx";
import type { Tone } from "../../../components/tone.ts";
import type { DraftState as State } from "../../../exam/authoring/life.ts";

const states: Readonly<Record<State, { readonly words: string; readonly tone: Tone }>> = {
  draft: { words: "Draft", tone: "info" },
  review: { words: "In review", tone: "warn" },
  approved: { words: "Approved", tone: "good" },
  live: { words: "Published", tone: "good" },
  dropped: { words: "Dropped", tone: "neutral" },
};

/** Where a draft stands in its life. */
export const DraftState = ({ state }: { readonly state: State }) => (
  <Status tone={states[state].tone}>{states[state].words}</Status>
);
