import { z } from "zod";
import { checkBoundaries } from "../../exam/awarding/boundaries.ts";
import { refused } from "../../exam/people/refusals.ts";
import { command } from "../door.ts";
import { isAwarderEverywhere } from "./awarder.ts";
import { reason, wholeNumber } from "./input.ts";

type Input = {
  readonly form: string;
  readonly pass: number;
  readonly merit: number;
  readonly distinction: number;
  readonly why: string;
  readonly after?: number | undefined;
};

/**
 * Gives a form its boundaries, as a new version beside the earlier ones. Results that are out stay as they are. `after` is
 * the version the awarder was looking at, 0 for none; when another has come since, nothing is changed.
 */
export const setBoundaries = command<Input, { version: number }>({
  name: "set boundaries",
  who: ["awarder"],
  input: z.object({
    form: z.uuid(),
    pass: wholeNumber,
    merit: wholeNumber,
    distinction: wholeNumber,
    why: reason,
    after: wholeNumber.optional(),
  }),
  async run({ tx, now, actor, ids }, { form: id, pass, merit, distinction, why, after }) {
    if (!isAwarderEverywhere(actor)) return refused("not-allowed");
    const form = await tx.awarding.lockForm(id);
    if (form === null) return refused("not-found");
    const boundaries = { P: pass, M: merit, D: distinction };
    const check = checkBoundaries(boundaries, form.maxMark);
    if (!check.ok) return refused("boundaries-wrong", check.why);
    const [current] = await tx.awarding.boundarySets(id);
    if (after !== undefined && after !== (current?.version ?? 0)) return refused("changed-since");

    const version = 1 + (current?.version ?? 0);
    await tx.awarding.addBoundarySet({
      id: ids.next(),
      form: id,
      version,
      boundaries,
      setById: actor.id,
      setAt: now,
      why,
    });
    return {
      ok: true,
      value: { version },
      audit: [{ why, detail: { form: id, version, before: current?.boundaries ?? null, after: boundaries } }],
    };
  },
});
