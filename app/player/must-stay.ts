import { isOver } from "../exam/attempt/attempt.ts";
import { keepsACopy } from "../exam/attempt/keeping.ts";
import type { Snapshot } from "./snapshot.ts";

/** Whether leaving the page would take a test from the screen that is under way, or work that is nowhere else yet. */
export function mustStay({ place, state, waiting, keeping }: Snapshot): boolean {
  if (waiting > 0 && !keepsACopy(keeping)) return true;
  return place === "seated" && (waiting > 0 || (state !== null && !isOver(state)));
}
