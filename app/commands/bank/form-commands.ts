import type { Solve } from "../../exam/form/assembly/problem.ts";
import type { Actor } from "../../exam/people/actor.ts";
import type { Door } from "../door.ts";
import { assembleForms } from "./assemble-forms.ts";
import { changeForm, dropForm } from "./change-form.ts";
import { freezeForm } from "./freeze-form.ts";
import { keepForms } from "./keep-forms.ts";
import { retireForm } from "./retire-form.ts";
import { assemblyRunner } from "./run-assembly.ts";

/** Forms from the first question to the solver until they are taken out of use. */
export const formCommands = (through: Door, solve: Solve) => {
  const begin = through(assembleForms);
  const run = assemblyRunner(through, solve);
  return {
    /** Answers at once; the solver goes on by itself, and `FormAssembly` says how far it is. */
    async assemble(actor: Actor | null, raw: unknown) {
      const begun = await begin(actor, raw);
      if (begun.ok) void run(begun.assembly);
      return begun;
    },
    keep: through(keepForms),
    change: through(changeForm),
    drop: through(dropForm),
    freeze: through(freezeForm),
    retire: through(retireForm),
  };
};
