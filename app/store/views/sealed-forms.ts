export type SealedForms = ReturnType<typeof sealedForms>;

type Whose = { readonly formId: string; readonly sittingId: string };

/** Forms with many pictures are some megabytes each. */
const most = 32;

/**
 * Remembers forms as they are sent, encrypted for their sitting. A form is frozen and so is its key, so everybody in the room
 * is given the same bytes, and a hall that sits down together has them made once.
 */
export function sealedForms() {
  const known = new Map<string, Promise<Uint8Array | null>>();
  return {
    /** @param make reads and seals the form; null when there is none. Called once, however many ask meanwhile. */
    of({ formId, sittingId }: Whose, make: () => Promise<Uint8Array | null>): Promise<Uint8Array | null> {
      const whose = `${formId} ${sittingId}`;
      const found = known.get(whose);
      if (found) return found;
      const forget = () => {
        if (known.get(whose) === made) known.delete(whose);
      };
      const made = make();
      known.set(whose, made);
      // What was not found or could not be read is looked for again.
      made.then((sealed) => sealed ?? forget(), forget);
      const [oldest] = known.keys();
      if (known.size > most && oldest !== undefined) known.delete(oldest);
      return made;
    },
  };
}
