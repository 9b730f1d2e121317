import { z } from "zod";
import { type SpareCode, spareCodeFrom } from "../../exam/entry/spare-code.ts";
import { command } from "../door.ts";
import { lockSitting } from "../sittings/sitting-work.ts";

/** A board offers to hold the copies of its room, and learns the code that makes other computers spares of it. */
export const holdCopies = command<{ sitting: string }, { spareCode: SpareCode }>({
  name: "hold the copies of a room",
  who: ["invigilator"],
  input: z.object({ sitting: z.uuid() }),
  async run(work, { sitting }) {
    const found = await lockSitting(work, sitting);
    if (!found.ok) return found;
    return { ok: true, value: { spareCode: spareCodeFrom(work.secrets.spareCodeBytes(sitting)) }, audit: [] };
  },
});
