import type { Stage } from "../../exam/awarding/stage.ts";

export type Step = { readonly title: string; readonly words: string; readonly state: "done" | "now" | "to come" };

const steps = [
  { title: "Handed in", words: "Your test has ended and everything you answered is safe." },
  {
    title: "Being marked",
    words: "Some answers are marked by rule and some by examiners, who do not know whose they are.",
  },
  {
    title: "Awaiting award",
    words:
      "Your test is marked. Results wait until the marks for each grade are decided for this form, which can take a few weeks with a new one.",
  },
  { title: "Being checked", words: "Your result is there and is being checked before it is let out." },
  { title: "Released", words: "Your centre and you can see it." },
] as const;

const place: Record<Exclude<Stage["stage"], "void">, number> = {
  "not-ended": -1,
  marking: 1,
  "awaiting-award": 2,
  graded: 3,
  issued: 5,
};

/** The way of an attempt to its result, for the learner who waits for it. No figures: half-marked says nothing. */
export const waySoFar = (stage: Exclude<Stage["stage"], "void">): readonly Step[] =>
  steps.map((step, at) => ({ ...step, state: at < place[stage] ? "done" : at === place[stage] ? "now" : "to come" }));
