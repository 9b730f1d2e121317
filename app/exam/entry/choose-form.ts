/**
 * `code` is the form's name whatever its version; `exposure` counts the learners who have started it or are booked for it,
 * so that a room booked in one go is spread over all forms there are.
 */
export type AvailableForm = { readonly id: string; readonly code: string; readonly exposure: number };

export type FormChoice =
  | { readonly ok: true; readonly form: string; readonly sameAsNeighbour: boolean }
  | { readonly ok: false; readonly refusal: "no-unseen-form"; readonly why: string };

/**
 * Never a form the learner has seen, in whatever version: what was once started counts as seen, also when it was voided or
 * stopped.
 * Of the rest one that no neighbour has, and of those the one seen least. With too few forms for the seats a neighbour's
 * form is given rather than nobody served, and `sameAsNeighbour` says so, that seats or screens can be arranged.
 */
export function chooseForm({
  available,
  seen,
  neighbours,
}: {
  readonly available: readonly AvailableForm[];
  /** Codes. */
  readonly seen: readonly string[];
  /** Identifiers of the forms that the seats beside, before and behind have. */
  readonly neighbours: readonly string[];
}): FormChoice {
  const besideIt = (form: AvailableForm) => Number(neighbours.includes(form.id));
  const [best] = available
    .filter(({ code }) => !seen.includes(code))
    .toSorted((a, b) => besideIt(a) - besideIt(b) || a.exposure - b.exposure || (a.code < b.code ? -1 : 1));
  if (best === undefined) return { ok: false, refusal: "no-unseen-form", why: whyNot(available.length) };
  return { ok: true, form: best.id, sameAsNeighbour: besideIt(best) === 1 };
}

const whyNot = (available: number) =>
  available === 0
    ? "No form of this test is in use at present."
    : "They have seen every form of the test that is in use. A new form is needed before they can sit it.";
