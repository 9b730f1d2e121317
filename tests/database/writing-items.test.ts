import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ItemKind, itemKinds } from "../../app/exam/authoring/skeleton.ts";
import { interactionsOf, namesIn } from "../../app/exam/item/content.ts";
import { addChoice, changeChoice, moveChoice } from "../../app/exam/item/edit/choices.ts";
import { withPrompt, withSettings } from "../../app/exam/item/edit/content-edit.ts";
import { withAnswers } from "../../app/exam/item/edit/key.ts";
import { listsOf } from "../../app/exam/item/edit/lists.ts";
import { renameChoice } from "../../app/exam/item/edit/rename.ts";
import { addPoint, changeLevel, changePoint } from "../../app/exam/item/edit/scheme-edit.ts";
import { edited } from "../../app/exam/item/edit/settle.ts";
import { addWorked, keyedResponse } from "../../app/exam/item/edit/worked.ts";
import type { Item } from "../../app/exam/item/item.ts";
import { markItem } from "../../app/exam/marking/auto-mark.ts";
import { readItem } from "../../app/qti/read-item.ts";
import { sure } from "../../prisma/seed/sure.ts";
import { type AuthoringRoom, authoringRoom, timedUnit } from "../support/authoring-room.ts";
import { inOwnWords } from "../support/own-words.ts";
import { hasSchemas, schemaCheck } from "../support/qti-schema.ts";

let room: AuthoringRoom;
let fault: (bytes: Uint8Array) => string | null = () => null;
beforeAll(async () => {
  room = await authoringRoom();
  if (hasSchemas) fault = await schemaCheck("imsqti_asiv3p0p1_v1p0.xsd");
});
afterAll(() => room.close());

const R = "RESPONSE";
const words = (text: string) => [{ kind: "text", text } as const];
const drawing = `data:image/svg+xml;base64,${btoa('<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400"><rect width="60" height="40"/></svg>')}`;

/** What a writer does to any item: words, one more of everything that is listed, another order, other names. */
const written = (start: Item, picture: string): Item => {
  const steps: readonly ((item: Item) => Item)[] = [
    (item) =>
      withPrompt(item, R, [
        ...words("Which is "),
        { kind: "element", tag: "strong", attributes: {}, children: words("right") },
        ...words("?"),
      ]),
    ...interactionsOf(start.body).flatMap((interaction) => [
      ...listsOf(interaction).flatMap((list) => [
        (item: Item) => addChoice(item, { response: R, list }),
        (item: Item) =>
          namesIn(interactionsOf(item.body)[0] ?? interaction).reduce(
            (now, id) =>
              changeChoice(now, { response: R, list }, { id, content: words(`Words for ${id}`), label: `Place ${id}` }),
            item,
          ),
        (item: Item) => moveChoice(item, { response: R, list }, { id: namesIn(interaction)[0] ?? "", to: 1 }),
      ]),
      (item: Item) => renameChoice(item, R, { from: namesIn(interaction)[0] ?? "", to: "RENAMED" }),
      (item: Item) =>
        "picture" in interaction
          ? withSettings(item, R, { picture: { src: picture, width: 600, height: 400, alt: "A drawing" } })
          : item,
      (item: Item) =>
        interaction.type === "text-entry"
          ? withAnswers(
              item,
              R,
              ["answer", "an answer of theirs"].map((key, at) => ({ key, value: 1 - at, caseSensitive: false })),
            )
          : item,
    ]),
    (item) =>
      item.scheme?.kind === "points" ? changePoint(addPoint(item), "P1", { content: words("A point") }) : item,
    (item) =>
      item.scheme?.kind === "points"
        ? changePoint(item, `P${item.scheme.points.length}`, { content: words("Another") })
        : item,
    (item) => changeLevel(item, 1, { descriptor: words("Simple points") }),
    inOwnWords,
    (item) => withMarkedKey(item),
  ];
  return steps.reduce(edited, start);
};

/** The key once more, with the marks that the rules give it now. */
const withMarkedKey = (item: Item): Item => {
  const response = keyedResponse(item);
  const marking = markItem(item, response);
  const others = { ...item, worked: item.worked.filter(({ kind }) => item.marking === "person" || kind === "none") };
  return marking.kind === "marked" && item.marking === "auto"
    ? addWorked(others, { response, marks: marking.marks, why: "The key." })
    : others;
};

describe("an item is begun, written, reviewed and published, and its file says what was written", () => {
  test.each(itemKinds)("%s", async (kind: ItemKind) => {
    const { authoring, writer, reviewer } = room;
    const { draft } = await sure(authoring.startDraft(writer, { component: timedUnit, kind }));
    const { name } = await sure(authoring.putPicture(writer, { draft, name: "drawing.svg", data: drawing }));
    const revision = await room.save(draft, (item) => written(item, name));
    expect((await room.look(draft)).faults).toEqual([]);

    const sent = await sure(authoring.sendToReview(writer, { draft, revision }));
    await sure(authoring.approve(reviewer, { draft, revision: sent.revision }));
    await sure(authoring.publish(writer, { draft, revision: sent.revision }));

    const { content, itemId } = (await room.look(draft)).draft;
    const { xml } = await room.versionOf(itemId);
    expect(fault(new TextEncoder().encode(xml))).toBe(null);
    const read = readItem(xml, `${itemId}.xml`);
    expect(read.ok && read.value).toEqual(content);
    expect(xml).toContain("Written in the editor");
    expect(edited(content, (same) => same)).toEqual(content);
  });
});
