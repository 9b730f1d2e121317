import { z } from "zod";
import { refused } from "../../exam/people/refusals.ts";
import { command } from "../door.ts";
import { looksAfterAccounts } from "../staff/account-work.ts";

/** Approves a centre, under the number the awarding organisation knows it by. */
export const addCentre = command({
  name: "add centre",
  who: ["administrator", "system"],
  input: z.object({
    number: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[A-Z0-9]{1,12}$/, "A centre number is up to twelve letters and digits."),
    name: z.string().trim().min(1, "Write the centre's name.").max(120, "Keep it under 120 characters."),
  }),
  async run({ tx, ids, actor }, { number, name }) {
    if (!looksAfterAccounts(actor)) return refused("not-allowed");
    if ((await tx.centres.byNumber(number)) !== null)
      return { ...refused("centre-number-taken"), fields: { number: "Another centre has that number." } };
    const id = ids.next();
    await tx.centres.add({ id, number, name });
    return { ok: true as const, value: { centre: id }, audit: [{ centreId: id, detail: { number, name } }] };
  },
});
