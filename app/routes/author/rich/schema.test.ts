import { getSchema } from "@tiptap/core";
import { expect, test } from "vitest";
import { folderOnDisk } from "../../../cli/folder-on-disk.ts";
import { bodiesOf, interactionsOf } from "../../../exam/item/content.ts";
import { readBank, unitsIn } from "../../../qti/bank-folder.ts";
import { docShape, markNames } from "./doc.ts";
import { ControlNode, KeptBlock, KeptWords, PictureNode, schemaExtensions } from "./schema.ts";
import { docFrom } from "./to-doc.ts";

const schema = getSchema([...schemaExtensions, PictureNode, ControlNode, KeptBlock, KeptWords]);
const folder = folderOnDisk("question-bank");
const items = unitsIn(folder).flatMap((unit) => readBank(folder, unit).bank?.items ?? []);

test("the editor holds every question of the bank as it is given it", () => {
  for (const { body } of items)
    for (const part of [body, ...interactionsOf(body).flatMap(bodiesOf)]) {
      const doc = docFrom(part, "words");
      const node = schema.nodeFromJSON(JSON.parse(JSON.stringify(doc)));
      node.check();
      expect(docShape.parse(node.toJSON())).toEqual(docShape.parse(JSON.parse(JSON.stringify(doc))));
    }
});

test("the editor keeps marks in the order in which an item nests them", () => {
  expect(Object.keys(schema.marks)).toEqual([...markNames]);
});
