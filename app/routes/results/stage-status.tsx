import { Status } from "../../components/status.tsx";
import type { Tone } from "../../components/tone.ts";
import { type Stage, stageInWords } from "../../exam/awarding/stage.ts";

const tones: Record<Stage["stage"], Tone> = {
  "not-ended": "neutral",
  void: "bad",
  marking: "info",
  "awaiting-award": "warn",
  graded: "info",
  issued: "good",
};

/** How far an attempt has come, for staff. */
export const StageStatus = ({ stage }: { readonly stage: Stage }) => (
  <Status tone={tones[stage.stage]}>{stageInWords(stage)}</Status>
);
