import { parseArgs } from "node:util";
import { assemble } from "../../app/exam/form/assembly/assemble.ts";
import { poolOf } from "../../app/exam/form/assembly/candidate.ts";
import { overlapOf } from "../../app/exam/form/assembly/compare.ts";
import { makeSolver } from "../../app/platform/solver.ts";
import { generatedBank } from "../support/generated-bank.ts";

/**
 * How the time to put forms together grows with the size of the bank and with the number of forms. Seconds depend on the
 * machine; the ratio to the base case of the same run hardly does.
 */
const { values: options } = parseArgs({
  options: { json: { type: "boolean", default: false }, quick: { type: "boolean", default: false } },
});

type Case = { readonly items: number; readonly forms: number };
const base: Case = { items: 240, forms: 6 };
const sizes = options.quick ? [500] : [500, 1_000, 2_000, 5_000];
const counts = options.quick ? [2] : [1, 2, 4, 8, 12];
const cases: readonly Case[] = [
  ...sizes.map((items) => ({ items, forms: base.forms })),
  ...counts.map((forms) => ({ items: 1_000, forms })),
];

const solver = makeSolver();

async function timed({ items, forms: count }: Case) {
  const bank = generatedBank({ items });
  const pool = poolOf(bank.items, bank.stimuli);
  const began = performance.now();
  let solved = 0;
  const { forms, conflicts } = await assemble({ ...bank, pool, count, existing: [] }, (problem) => {
    solved += 1;
    return solver.solve(problem);
  });
  const seconds = (performance.now() - began) / 1000;
  const overlap = overlapOf(pool, forms).flatMap((row, one) => row.filter((_, two) => two !== one));
  return {
    items,
    forms: forms.length,
    seconds,
    solved,
    conflicts: conflicts.length,
    mostOverlap: Math.max(0, ...overlap),
  };
}

// The first problem of a process also pays for loading and compiling the solver.
await timed({ items: 120, forms: 1 });
const first = await timed(base);
const rows = [first];
for (const one of cases) rows.push(await timed(one));
await solver.close();

const results = rows.map((row) => ({
  ...row,
  seconds: Math.round(row.seconds * 100) / 100,
  ratio: Math.round((row.seconds / first.seconds) * 100) / 100,
}));
if (options.json) process.stdout.write(`${JSON.stringify({ base, results }, null, 2)}\n`);
else {
  process.stdout.write("items  forms  seconds  to the base case  problems  most overlap\n");
  for (const { items, forms, seconds, ratio, solved, mostOverlap } of results) {
    const cells = [items, forms, seconds.toFixed(2), ratio.toFixed(2), solved, `${mostOverlap} %`];
    process.stdout.write(
      `${cells.map((cell, at) => String(cell).padStart([5, 6, 8, 17, 9, 13][at] ?? 8)).join(" ")}\n`,
    );
  }
}
