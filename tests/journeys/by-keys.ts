import { expect, type Locator, type Page } from "@playwright/test";
import type { Interaction } from "../../app/exam/item/body.ts";
import type { ItemResponse, Value } from "../../app/exam/item/response.ts";
import { inline, named, orderOn, pairOf, questionOn, roleOf } from "./answering.ts";
import { gapNumber, given, labelOf, type Question } from "./paper.ts";

/** Moves the focus on with Tab until it is where it should be. */
export async function tabTo(page: Page, target: Locator, { most = 120 } = {}) {
  for (let pressed = 0; pressed <= most; pressed += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`After ${most} presses of Tab the focus is still not on ${target}.`);
}

/** Goes to a button or a link by Tab and presses it. */
export async function pressOn(page: Page, target: Locator) {
  await tabTo(page, target);
  await page.keyboard.press("Enter");
}

/** Answers a question that is on the screen without touching a pointer. */
export async function answerByKeys(page: Page, { interactions }: Question, response: ItemResponse) {
  for (const interaction of interactions) await giveByKeys(page, interaction, given(response, interaction));
}

async function giveByKeys(page: Page, interaction: Interaction, value: Value) {
  const question = questionOn(page);
  const pairs = value.map(pairOf);
  switch (interaction.type) {
    case "choice":
    case "hotspot":
    case "hottext":
      for (const id of value)
        await choose(page, question, named(question, roleOf(interaction), labelOf(interaction, id)));
      return;
    case "inline-choice":
      for (const id of value) await pick(page, inline(question, interaction), labelOf(interaction, id));
      return;
    case "text-entry":
      return write(page, inline(question, interaction), value);
    case "extended-text":
      return write(page, question.getByRole("textbox"), value);
    case "match":
      for (const [source, target] of pairs) {
        const [from, to] = [labelOf(interaction, source), labelOf(interaction, target)];
        const list = named(question, "combobox", from);
        const row = named(question, "group", from);
        if ((await list.count()) > 0) await pick(page, list, to);
        else await choose(page, row, row.getByLabel(to, { exact: true }));
      }
      return;
    case "associate":
      for (const [index, [one, other]] of pairs.entries()) {
        const list = (end: string) => named(question, "combobox", `Pair ${index + 1}, ${end}`);
        await pick(page, list("first"), labelOf(interaction, one));
        await pick(page, list("second"), labelOf(interaction, other));
      }
      return;
    case "gap-match":
      for (const [text, gap] of pairs) {
        const list = named(question, "combobox", `Gap ${gapNumber(interaction.content, gap)}`);
        await pick(page, list, labelOf(interaction, text));
      }
      return;
    case "order":
      return arrange(
        page,
        value.map((id) => labelOf(interaction, id)),
      );
  }
}

/** A check box takes a space; among radio buttons Tab finds the group and the arrows move in it. */
async function choose(page: Page, group: Locator, box: Locator) {
  if (await box.isChecked()) return;
  if ((await box.getAttribute("type")) === "checkbox") {
    await tabTo(page, box);
    await page.keyboard.press("Space");
  } else {
    const all = group.getByRole("radio");
    const isIn = () => all.evaluateAll((radios) => radios.includes(document.activeElement as HTMLElement));
    for (let pressed = 0; !(await isIn()); pressed += 1) {
      if (pressed > 120) throw new Error(`Tab does not lead to ${group}.`);
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Space");
    for (let pressed = 0; !(await box.isChecked()) && pressed < 12; pressed += 1)
      await page.keyboard.press("ArrowDown");
  }
  await expect(box).toBeChecked();
}

async function pick(page: Page, list: Locator, words: string) {
  await tabTo(page, list);
  const chosen = list.locator("option:checked");
  for (let pressed = 0; (await chosen.innerText()) !== words && pressed < 12; pressed += 1)
    await page.keyboard.press("ArrowDown");
  await expect(chosen).toHaveText(words);
}

async function write(page: Page, box: Locator, value: Value) {
  await tabTo(page, box);
  await page.keyboard.type(value[0] ?? "");
}

async function arrange(page: Page, wanted: readonly string[]) {
  const question = questionOn(page);
  const up = (words: string) => question.getByRole("button", { name: `Move up: ${words}`, exact: true });
  for (const [place, words] of wanted.entries())
    for (let at = (await orderOn(question)).indexOf(words); at > place; at -= 1) {
      await pressOn(page, up(words));
      await expect.poll(async () => (await orderOn(question)).indexOf(words)).toBe(at - 1);
      await expect(up(words)).toBeFocused();
    }
  const keep = question.getByRole("button", { name: "Keep this order" });
  if (await keep.isVisible()) await pressOn(page, keep);
}
