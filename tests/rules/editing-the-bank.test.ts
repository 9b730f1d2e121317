import { describe, expect, test } from "vitest";
import { folderOnDisk } from "../../app/cli/folder-on-disk.ts";
import { itemKinds, skeleton } from "../../app/exam/authoring/skeleton.ts";
import { unwritten } from "../../app/exam/authoring/unwritten.ts";
import { interactionsOf, namesIn } from "../../app/exam/item/content.ts";
import { wayOf } from "../../app/exam/item/edit/marking-way.ts";
import { renameChoice } from "../../app/exam/item/edit/rename.ts";
import { edited } from "../../app/exam/item/edit/settle.ts";
import { markItem } from "../../app/exam/marking/auto-mark.ts";
import { readBank, unitsIn } from "../../app/qti/bank-folder.ts";

const folder = folderOnDisk("question-bank");
const items = unitsIn(folder)
  .flatMap((unit) => readBank(folder, unit).bank?.items ?? [])
  .map((item) => [item.id, item] as const);

describe("an item that has just been begun", () => {
  const [specification] = unitsIn(folder).flatMap((unit) => readBank(folder, unit).bank?.specification ?? []);
  test.each(itemKinds)("as %s is understood by the editor, and stays as it is when nothing is changed", (kind) => {
    if (specification === undefined) throw new Error("The bank has no unit.");
    const item = skeleton({ id: "NEW-1", kind, specification });
    expect(wayOf(item).kind).not.toBe("own");
    expect(edited(item, (same) => same)).toEqual(item);
  });
});

describe("an item of the bank in the editor", () => {
  test.each(items)("%s says nothing that a new item begins with", (_, item) => {
    expect(unwritten(item)).toEqual([]);
  });

  test.each(items)("%s stays as it is when nothing is changed, and its way of marking is understood", (_, item) => {
    expect(wayOf(item).kind).not.toBe("own");
    expect(edited(item, (same) => same)).toEqual(item);
  });

  test.each(items.filter(([, { marking }]) => marking === "auto"))(
    "%s marks its worked responses as before when every choice has another name",
    (_, item) => {
      const names = interactionsOf(item.body).flatMap((interaction) =>
        namesIn(interaction).map((name) => ({ response: interaction.response, name })),
      );
      const renamed = edited(item, (start) =>
        names.reduce((now, { response, name }) => renameChoice(now, response, { from: name, to: `X_${name}` }), start),
      );
      const marks = (of: typeof item) => of.worked.map(({ response }) => markItem(of, response));
      expect(JSON.parse(JSON.stringify(marks(renamed)).replaceAll("X_", ""))).toEqual(marks(item));
      if (names.length > 0) expect(JSON.stringify(renamed)).toContain("X_");
    },
  );
});
