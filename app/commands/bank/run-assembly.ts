import { z } from "zod";
import { type AssemblyAsked, assemble } from "../../exam/form/assembly/assemble.ts";
import { poolOf } from "../../exam/form/assembly/candidate.ts";
import type { Solve } from "../../exam/form/assembly/problem.ts";
import { type AssemblyOutcome, asWished } from "../../exam/form/assembly/wish.ts";
import type { Actor } from "../../exam/people/actor.ts";
import { refused } from "../../exam/people/refusals.ts";
import { command, type Door } from "../door.ts";

const system: Actor = { kind: "system", name: "Examhall" };
const assembly = z.uuid();

/** What the solver needs to know, read at one moment. */
const readForAssembly = command<{ assembly: string }, { asked: AssemblyAsked }>({
  name: "read for assembly",
  who: ["system"],
  input: z.object({ assembly }),
  async run({ tx }, { assembly: id }) {
    const row = await tx.forms.assembly(id);
    const plan = row && (await tx.forms.plan(row.componentId));
    if (row === null || plan === null) return refused("not-found");
    const { items, stimuli, formsInUse, facilities } = await tx.forms.unit(row.componentId);
    const asked = {
      pool: poolOf(
        items.map(({ item }) => item),
        stimuli.map(({ stimulus }) => stimulus),
        facilities,
      ),
      specification: plan.specification,
      blueprint: asWished(plan.blueprint, row.wish),
      count: row.wish.count,
      existing: row.wish.apart ? formsInUse.map((form) => form.items) : [],
    };
    return { ok: true, value: { asked }, audit: [] };
  },
});

const noteAssembly = command<{ assembly: string; done: number; of: number }, object>({
  name: "note assembly",
  who: ["system"],
  input: z.object({ assembly, done: z.int(), of: z.int() }),
  async run({ tx }, { assembly: id, ...progress }) {
    await tx.forms.noteAssembly(id, progress);
    return { ok: true, value: {}, audit: [] };
  },
});

const endAssembly = command<{ assembly: string; outcome: AssemblyOutcome | null }, object>({
  name: "end assembly",
  who: ["system"],
  input: z.object({ assembly, outcome: z.custom<AssemblyOutcome | null>() }),
  async run({ tx, now }, { assembly: id, outcome }) {
    await tx.forms.endAssembly(id, outcome, now);
    return { ok: true, value: {}, audit: [] };
  },
});

/**
 * Runs an assembly to its end outside of any transaction, and never rejects: when the solver fails, the assembly says so
 * and can be asked again.
 */
export const assemblyRunner = (through: Door, solve: Solve) => {
  const [read, note, end] = [through(readForAssembly), through(noteAssembly), through(endAssembly)];
  const outcomeOf = async (id: string): Promise<AssemblyOutcome | null> => {
    const found = await read(system, { assembly: id });
    if (!found.ok) return null;
    // One note after the other, so that none overtakes a later one; the answer follows the last.
    let noted: Promise<unknown> = Promise.resolve();
    const outcome = await assemble(found.asked, solve, (progress) => {
      noted = noted.then(() => note(system, { assembly: id, ...progress })).catch(() => {});
    });
    await noted;
    return outcome;
  };
  return async (id: string): Promise<void> => {
    const outcome = await outcomeOf(id).catch(() => null);
    await end(system, { assembly: id, outcome }).catch(() => {});
  };
};
