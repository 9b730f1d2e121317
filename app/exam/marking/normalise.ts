/** One thing done to a text before it is compared, with the words a screen shows for it. */
export const steps = {
  characters: { words: "look-alike characters made the same", apply: (text: string) => text.normalize("NFKC") },
  quotes: {
    words: "curly quotes made straight",
    apply: (text: string) =>
      text.replace(/[\u2018\u2019\u201A\u2032\u0060]/g, "'").replace(/[\u201C\u201D\u201E\u2033]/g, '"'),
  },
  spaces: { words: "extra spaces dropped", apply: (text: string) => text.replace(/\s+/g, " ").trim() },
  case: { words: "capitals made small", apply: (text: string) => text.toLowerCase() },
  ending: { words: "closing full stop or comma dropped", apply: (text: string) => text.replace(/[ .,]+$/, "") },
  surroundings: {
    words: "quotes around it dropped",
    apply: (text: string) => text.replace(/^(["'])\s*(.*?)\s*\1$/s, "$2"),
  },
  article: { words: "leading the, a or an dropped", apply: (text: string) => text.replace(/^(the|an|a) (?=\S)/i, "") },
} as const;
export type Step = keyof typeof steps;

/** A text as it is compared, and the steps that changed it, in the order they first did. */
export type Normalised = { readonly text: string; readonly steps: readonly Step[] };

const order: readonly Step[] = ["characters", "quotes", "spaces", "case", "ending", "surroundings", "article"];
/** Quotes around a full stop around quotes: nobody means more rounds than this. */
const rounds = 12;

/**
 * The plain form of a short text. Both the given text and the accepted ones are compared in this form, so that capitals,
 * spaces, quotes, a final full stop or a leading article never cost a mark. Nothing else is forgiven.
 */
export const normalise = (text: string, options: { readonly keepCase?: boolean } = {}): Normalised => {
  const use = order.filter((step) => step !== "case" || options.keepCase !== true);
  const changed = new Set<Step>();
  let now = text;
  for (let round = 0; round < rounds; round += 1) {
    const start = now;
    for (const step of use) {
      const next = steps[step].apply(now);
      if (next !== now) changed.add(step);
      now = next;
    }
    if (now === start) break;
  }
  return { text: now, steps: [...changed] };
};
