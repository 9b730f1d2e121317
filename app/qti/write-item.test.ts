import { expect, test } from "vitest";
import { soundFiles } from "../../tests/support/bank-on-paper.ts";
import { folderOnDisk } from "../cli/folder-on-disk.ts";
import { readBank, unitsIn } from "./bank-folder.ts";
import { readItem } from "./read-item.ts";
import { readStimulus } from "./read-stimulus.ts";
import { readTest } from "./read-test.ts";
import { writeItem, writeStimulus } from "./write-item.ts";
import { writeTest } from "./write-test.ts";

const folder = folderOnDisk("question-bank");
const banks = unitsIn(folder).flatMap((unit) => readBank(folder, unit).bank ?? []);
const items = banks.flatMap((bank) => bank.items);
const stimuli = banks.flatMap((bank) => bank.stimuli);
const forms = banks.flatMap((bank) => bank.forms);

test("the bank has something to write", () => {
  expect(items.length).toBeGreaterThan(100);
  expect(Object.keys(soundFiles).length).toBeGreaterThan(0);
});

test.each(items.map((item) => [item.id, item] as const))("%s is written as it was read", (_, item) => {
  const text = writeItem(item);
  const again = readItem(text, "again.xml");
  expect(again).toMatchObject({ ok: true, value: item });
  expect(again.ok && again.value).toEqual(item);
  expect(again.ok && writeItem(again.value)).toBe(text);
});

test.each(stimuli.map((stimulus) => [stimulus.id, stimulus] as const))(
  "%s is written as it was read",
  (_, stimulus) => {
    const again = readStimulus(writeStimulus(stimulus), "again.xml");
    expect(again.ok && again.value).toEqual(stimulus);
  },
);

test.each(forms.map((form) => [form.id, form] as const))("form %s is written as it was read", (_, form) => {
  const again = readTest(writeTest(form), "again.xml");
  expect(again.ok && again.value).toEqual(form);
});
