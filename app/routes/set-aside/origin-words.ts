import type { WrittenAnswer } from "../../exam/proof/set-aside.ts";

/** Where an answer came from, for whoever decides about it. */
export function placeWords({ from, desk }: Pick<WrittenAnswer, "from" | "desk">): string {
  switch (from) {
    case "counted":
      return `As it stood at the end, from computer ${desk}`;
    case "stranded":
      return `Left on computer ${desk}`;
    case "late":
      return `Came after the end, from computer ${desk}`;
  }
}

/** Why the time it was written speaks against it; null when it does not. */
export function againstWords({ from, inTime }: Pick<WrittenAnswer, "from" | "inTime">): string | null {
  if (inTime || from === "counted") return null;
  return from === "stranded"
    ? "Written after the learner had been moved away: it may be somebody else's."
    : "Written after the end.";
}
