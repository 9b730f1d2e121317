import { z } from "zod";
import { command } from "../door.ts";

/** Ends this browser's sign-in at once, wherever else it is open too. */
export const signOut = command<{ tokenHash: string }, { ended: number }>({
  name: "sign out",
  who: ["anyone"],
  input: z.object({ tokenHash: z.string().length(64) }),
  async run({ tx, now }, { tokenHash }) {
    const tokenHashes = await tx.people.revokeSignIns({ tokenHash }, now);
    return {
      ok: true,
      value: { ended: tokenHashes.length },
      audit: tokenHashes.length > 0 ? [{}] : [],
      news: [{ about: "signed-out", tokenHashes }],
    };
  },
});
