import { answerWith } from "./in-process.ts";
import { start, toldAt, wait } from "./starters.ts";

/** Learners waiting for the start, in a process of their own. */
let waiting: Awaited<ReturnType<typeof wait>>["waiting"] = [];

const works = {
  async wait(asked: Parameters<typeof wait>[0]) {
    const came = await wait(asked);
    waiting = came.waiting;
    return { seconds: came.seconds, bytes: waiting[0]?.sealed.length ?? 0 };
  },
  start: (_asked: null) => start(waiting),
  told: (what: Parameters<typeof toldAt>[1]) => toldAt(waiting, what),
};
export type StartersWork = typeof works;

answerWith(works);
