import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import type { Problem, Solve } from "../exam/form/assembly/problem.ts";

/**
 * Nodes searched and the distance to the best that could be, not seconds, decide when to stop: so a slow machine gives the
 * same forms as a fast one. Seconds are only for what would otherwise never end.
 */
const options = {
  mip_abs_gap: 160,
  mip_rel_gap: 0.2,
  /** Looking for items that are alike costs more than it saves. */
  mip_detect_symmetry: false,
  /** It takes longer than it saves, with rules as exact as ours. */
  mip_heuristic_run_feasibility_jump: false,
  /** With a few hundred items and rules as exact as ours, making the problem smaller first takes longer than solving it. */
  presolve: "off",
  /** Cuts pay off at the root; deeper down they cost a third of the time and change the forms little. */
  mip_allow_cut_separation_at_nodes: false,
  time_limit: 120,
};

/** As many nodes as nearly always bring something good; only while there is nothing at all the search goes on. */
const nodes = [4, 2_000];

export type Solver = {
  readonly solve: Solve;
  /** Ends the thread once it is done with what it was given. */
  close(): Promise<void>;
};

/**
 * HiGHS in WebAssembly on a thread of its own, so that no learner's save ever waits for a form to be put together. The
 * thread starts with the first problem.
 */
export function makeSolver(): Solver {
  let worker: Worker | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;

  const ask = (problem: Problem) =>
    new Promise<readonly number[] | null>((resolve, reject) => {
      worker ??= startWorker();
      const thread = worker;
      const failed = (cause: unknown) => {
        worker = null;
        reject(new Error("The solver stopped.", { cause }));
      };
      thread.ref();
      thread.once("error", failed);
      thread.once("message", (answer: Answer) => {
        thread.off("error", failed);
        thread.unref();
        if ("failed" in answer) reject(new Error(`The solver gave no answer: ${answer.failed}`));
        else resolve(answer.values);
      });
      thread.postMessage(inArrays(problem));
    });

  return {
    solve(problem) {
      if (closed) return Promise.reject(new Error("The solver is closed."));
      const answer = last.then(() => ask(problem));
      last = answer.catch(() => {});
      return answer;
    },
    async close() {
      closed = true;
      await last;
      await worker?.terminate();
      worker = null;
    },
  };
}

type Answer = { readonly values: readonly number[] | null } | { readonly failed: string };

function startWorker(): Worker {
  const highs = createRequire(import.meta.url).resolve("highs");
  return new Worker(threadSource, {
    eval: true,
    workerData: { highs, options, nodes },
  });
}

/** Column by column in HiGHS' own arrangement: rows one after another, with the place where each begins. */
function inArrays({ columns, rows }: Problem) {
  const starts = [0];
  for (const { terms } of rows) starts.push((starts.at(-1) ?? 0) + terms.length);
  const terms = rows.flatMap((row) => row.terms);
  return {
    numCols: columns.length,
    numRows: rows.length,
    colCost: Float64Array.from(columns, ({ cost }) => cost),
    colLower: Float64Array.from(columns, ({ lower }) => lower),
    colUpper: Float64Array.from(columns, ({ upper }) => upper),
    rowLower: Float64Array.from(rows, ({ lower }) => lower),
    rowUpper: Float64Array.from(rows, ({ upper }) => upper),
    integrality: Int32Array.from(columns, ({ whole }) => (whole ? 1 : 0)),
    matrix: {
      format: "csr",
      numRows: rows.length,
      numCols: columns.length,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(terms, ([column]) => column),
      values: Float64Array.from(terms, ([, factor]) => factor),
    },
  };
}

/** Kept as text so that it runs the same from source and from a bundle, where no second file would be found. */
const threadSource = `
const { parentPort, workerData } = require("node:worker_threads");
const feasible = 2;
const loading = require(workerData.highs)();
const finite = (values, limit) => values.map((value) => (value === Infinity ? limit : value === -Infinity ? -limit : value));
parentPort.on("message", async (problem) => {
  try {
    const highs = await loading;
    const far = highs.infinity;
    const values = highs.withModel(
      {
        ...problem,
        colLower: finite(problem.colLower, far),
        colUpper: finite(problem.colUpper, far),
        rowLower: finite(problem.rowLower, far),
        rowUpper: finite(problem.rowUpper, far),
      },
      (model) => {
        model.options.set({ output_flag: false, ...workerData.options });
        const kinds = highs.constants.modelStatus;
        for (const mip_max_nodes of workerData.nodes) {
          model.options.set({ mip_max_nodes });
          model.run();
          const status = model.getModelStatus();
          if (status === kinds.infeasible || status === kinds.unboundedOrInfeasible) return null;
          if (model.info.get("primal_solution_status") === feasible) return Array.from(model.getSolution().colValue);
        }
        throw new Error("nothing found in time");
      },
    );
    parentPort.postMessage({ values });
  } catch (error) {
    parentPort.postMessage({ failed: String(error && error.message ? error.message : error) });
  }
});
`;
