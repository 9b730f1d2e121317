import type { Item } from "../../exam/item/item.ts";
import { markItem } from "../../exam/marking/auto-mark.ts";
import type { NewMark, NewResponse, NewTask } from "../../store/marking.ts";
import type { Work } from "../door.ts";

type Given = { readonly response: NewResponse; readonly item: Item; readonly centreId: string };

/** What marking begins with for a new response: a mark where a rule decides, a task where a person must. */
export function firstMarking(
  { ids, now }: Pick<Work, "ids" | "now">,
  { response, item, centreId }: Given,
): { readonly mark: NewMark | null; readonly task: NewTask | null } {
  const marking = markItem(item, response.value);
  const about = { id: ids.next(), responseId: response.id };
  if (marking.kind === "marked") {
    const { marks, max, reasons } = marking;
    const given = { givenBy: "rule", staffId: null, detail: { reasons }, at: now, supersedesId: null } as const;
    return { mark: { ...about, marks, max, ...given }, task: null };
  }
  const { itemVersionId } = response;
  return {
    mark: null,
    task: { ...about, itemVersionId, centreId, queue: "examiner", why: marking.why, createdAt: now },
  };
}
