import { z } from "zod";
import { readSpareCode, spareCodeFrom } from "../../exam/entry/spare-code.ts";
import { refused } from "../../exam/people/refusals.ts";
import { after, minutes } from "../../exam/time/time.ts";
import { sha256 } from "../../platform/secrets.ts";
import { command } from "../door.ts";
import { guessing, remember } from "../people/sign-in-candidate.ts";

/** `name`: what its own screen and every board of the room call it. */
type Spare = { readonly pass: string; readonly name: string; readonly room: string; readonly title: string };

const opening = "open a spare computer";
/** As long as the longest day with every arrangement. */
const lasts = minutes(12 * 60);

/**
 * Makes a computer a spare of the room whose code was typed. It signs nobody in and shows nothing of any test: it may wait for
 * a copy, and a copy opens only with a learner's slip.
 */
export const openSpare = command<{ code: string; address: string }, Spare>({
  name: opening,
  who: ["anyone"],
  input: z.object({ code: z.string().min(1, "Enter the code.").max(40), address: z.string().max(64) }),
  async run(work, { code: typed, address }) {
    const { tx, now, secrets } = work;
    const keys = { number: `spare:${sha256(typed).slice(0, 16)}`, address: `address:${address}` };
    const locked = await guessing(work, keys);
    if (locked) return locked;
    const code = readSpareCode(typed);
    const found = (await tx.sittings.open()).find(({ id }) => spareCodeFrom(secrets.spareCodeBytes(id)) === code);
    if (found === undefined) return { ...refused("wrong-spare-code"), ...(await remember(work, keys)) };
    const { id, centreId, room, title } = found;
    // Two that come at once are numbered one after the other.
    await tx.sittings.lock(id);
    const name = `Spare ${(await tx.audit.countOf(id, opening)) + 1}`;
    return {
      ok: true,
      value: { pass: secrets.sparePass(id, after(now, lasts)), name, room, title },
      audit: [{ sittingId: id, centreId, detail: { address } }],
    };
  },
});
