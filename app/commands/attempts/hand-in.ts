import type { Actor } from "../../exam/people/actor.ts";
import type { Saved, Submitted } from "../../live/contract.ts";

type Ways = {
  save(actor: Actor | null, raw: unknown): Promise<Saved>;
  submit(actor: Actor | null, raw: unknown): Promise<Submitted>;
};

/** The last entries travel with the handing in: what the message still carries is saved first, then the attempt is closed. */
export const handIn =
  ({ save, submit }: Ways) =>
  async (actor: Actor | null, raw: unknown): Promise<Submitted> => {
    if (carriesEntries(raw)) {
      const saved = await save(actor, raw);
      if (!saved.ok) return saved;
    }
    return submit(actor, raw);
  };

const carriesEntries = (raw: unknown) =>
  typeof raw === "object" && raw !== null && "entries" in raw && Array.isArray(raw.entries) && raw.entries.length > 0;
