import type { Item } from "../../app/exam/item/item.ts";
import { sure } from "../../prisma/seed/sure.ts";
import { examDatabase } from "./database.ts";

export const timedUnit = "customer-service-environment";
export const knowledgeUnit = "understand-customers";

/** A database with two item writers, and the steps that tests of authoring begin with. */
export async function authoringRoom() {
  const exam = await examDatabase();
  const { commands, views, make, database } = exam;
  const writer = await make.staff("item-writer");
  const reviewer = await make.staff("item-writer");
  const { authoring } = commands;

  const look = (draft: string, actor = writer) => sure(views.authoring.draft(actor, { draft }));
  const versionOf = (itemId: string) =>
    database.prisma.itemVersion.findFirstOrThrow({ where: { itemId }, orderBy: { version: "desc" } });

  const save = async (draft: string, change: (item: Item) => Item, actor = writer) => {
    const { revision, content } = (await look(draft)).draft;
    return (await sure(authoring.saveDraft(actor, { draft, revision, content: change(content) }))).revision;
  };
  /** A draft of an item of the bank, with another title. */
  const edited = async (itemId: string) => {
    const { draft } = await sure(authoring.draftFrom(writer, { version: (await versionOf(itemId)).id }));
    const revision = await save(draft, (item) => ({ ...item, title: `${item.title}, again` }));
    return { draft, revision };
  };
  const sent = async (itemId: string) => {
    const { draft, revision } = await edited(itemId);
    return { draft, ...(await sure(authoring.sendToReview(writer, { draft, revision }))) };
  };
  const approved = async (itemId: string) => {
    const { draft, revision } = await sent(itemId);
    await sure(authoring.approve(reviewer, { draft, revision }));
    return { draft, revision };
  };
  const published = async (itemId: string) => {
    const { draft, revision } = await approved(itemId);
    return sure(authoring.publish(writer, { draft, revision }));
  };
  return { ...exam, authoring, writer, reviewer, look, versionOf, save, edited, sent, approved, published };
}

export type AuthoringRoom = Awaited<ReturnType<typeof authoringRoom>>;
