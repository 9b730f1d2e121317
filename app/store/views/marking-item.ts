import { z } from "zod";
import { picturesOf } from "../../exam/item/content.ts";
import { type ExaminerItem, forExaminer } from "../../exam/item/for-examiner.ts";
import type { Item, Stimulus, WorkedResponse } from "../../exam/item/item.ts";
import { type Queue, queues } from "../../exam/marking/task.ts";
import { undoReach } from "../../exam/marking/undo.ts";
import { inRole } from "../../exam/people/actor.ts";
import { refused } from "../../exam/people/refusals.ts";
import { lastDecided, markingCounts } from "../marking-rights.ts";
import { view } from "./view.ts";

export type MarkingItem = {
  readonly item: ExaminerItem;
  readonly version: string;
  readonly queue: Queue;
  /** Responses with agreed marks, to compare with. */
  readonly examples: readonly WorkedResponse[];
  readonly pictures: Readonly<Record<string, string>>;
  readonly waiting: number;
  readonly markedToday: number;
  /** Tasks this examiner decided last, newest first, so that undo also works after a reload. */
  readonly decided: readonly string[];
};

/** What an examiner needs beside the responses to one question; nothing of any response. */
export const markingItem = view<{ item: string; queue: Queue }, MarkingItem>({
  who: ["examiner", "senior-examiner"],
  input: z.object({ item: z.uuid(), queue: z.enum(queues) }),
  async read({ db, now, actor }, { item: version, queue }) {
    if (actor?.kind !== "staff") return refused("not-allowed");
    if (queue === "senior" && inRole(actor, ["senior-examiner"]) === null) return refused("not-allowed");
    const row = await db.itemVersion.findUnique({
      where: { id: version },
      include: { forms: { include: { stimulus: true, form: true }, orderBy: { form: { frozenAt: "desc" } }, take: 1 } },
    });
    if (row === null) return refused("not-found");

    const content = row.content as unknown as Item;
    const [place] = row.forms;
    const stimulus = (place?.stimulus?.content as unknown as Stimulus | undefined) ?? null;
    const all = (place?.form.pictures ?? {}) as Readonly<Record<string, string>>;
    const names = [...picturesOf(content.body), ...picturesOf(stimulus?.body ?? [])];
    const asked = { item: version, queue, staffId: actor.id, now };
    const decided = await lastDecided(db, { item: version, queue, staffId: actor.id, most: undoReach });
    return {
      ok: true,
      item: forExaminer(content, stimulus),
      version,
      queue,
      examples: content.worked,
      pictures: Object.fromEntries(names.flatMap((name) => (all[name] ? [[name, all[name]]] : []))),
      ...(await markingCounts(db, asked)),
      decided: decided.map(({ task }) => task),
    };
  },
});
