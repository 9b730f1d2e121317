/** warned: a test can be held, and somebody should know. failed: not like this. */
export const verdicts = ["passed", "warned", "failed"] as const;
export type Verdict = (typeof verdicts)[number];

/** The worst of them; nothing to say against it is a pass. */
export const worst = (all: readonly Verdict[]): Verdict =>
  all.reduce<Verdict>((bad, one) => (verdicts.indexOf(one) > verdicts.indexOf(bad) ? one : bad), "passed");

/** What was looked at and how it was, in words; advice where something can be done. */
export type Found = { readonly verdict: Verdict; readonly words: string; readonly advice: string | null };

export const passed = (words: string): Found => ({ verdict: "passed", words, advice: null });
export const warned = (words: string, advice: string): Found => ({ verdict: "warned", words, advice });
export const failed = (words: string, advice: string): Found => ({ verdict: "failed", words, advice });
