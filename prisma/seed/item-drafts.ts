import type { App } from "../../app/app.ts";
import type { Item } from "../../app/exam/item/item.ts";
import type { Staff } from "./demonstration.ts";
import { sure } from "./sure.ts";

/** Items on their way to their next version, made as two writers would make them: one in review, one given back, one approved. */
export async function addItemDrafts(app: App, { wen, rowan }: { readonly wen: Staff; readonly rowan: Staff }) {
  const { authoring } = app.commands;

  const edit = async (itemId: string, by: Staff, change: (item: Item) => Item) => {
    const found = await app.database.prisma.itemIndex.findUnique({ where: { itemId } });
    if (found === null) return null;
    const { draft } = await sure(authoring.draftFrom(by, { version: found.versionId }));
    const { draft: before } = await sure(app.views.authoring.draft(by, { draft }));
    const content = change(before.content);
    const { revision } = await sure(authoring.saveDraft(by, { draft, revision: before.revision, content }));
    return { draft, ...(await sure(authoring.sendToReview(by, { draft, revision }))) };
  };
  const titled = (title: string) => (item: Item) => ({ ...item, title });
  const longer = (item: Item) => ({
    ...item,
    classification: { ...item.classification, minutes: item.classification.minutes + 1 },
  });

  const waiting = await edit("CSE-001", rowan, titled("Types of business and who owns them"));
  if (waiting !== null) {
    const words = "Is “local authority” a fair wrong answer for learners who have not met the word?";
    await sure(authoring.comment(rowan, { draft: waiting.draft, place: "right side T5", words }));
  }
  const back = await edit("CSE-002", wen, longer);
  if (back !== null) {
    const words = "Please say in the mark scheme why it now needs a minute more.";
    await sure(authoring.returnToWriter(rowan, { ...back, words }));
  }
  const good = await edit("CSE-003", wen, longer);
  if (good !== null) await sure(authoring.approve(rowan, { ...good, words: "Clear, and the time is right." }));
}
