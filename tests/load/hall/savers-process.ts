import { answerWith } from "./in-process.ts";
import { type Saving, type Seating, save, sit } from "./savers.ts";

/** Learners in a process of their own. */
const learners: Awaited<ReturnType<typeof sit>>["learners"] = [];

const works = {
  async sit(asked: Seating) {
    const { learners: seated, ...figures } = await sit(asked);
    learners.push(...seated);
    return figures;
  },
  save: (asked: Saving) => save(learners, asked),
};
export type SaversWork = typeof works;

answerWith(works);
