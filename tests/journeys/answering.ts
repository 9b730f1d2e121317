import { expect, type Locator, type Page } from "@playwright/test";
import type { Interaction } from "../../app/exam/item/body.ts";
import type { ItemResponse, Value } from "../../app/exam/item/response.ts";
import { gapNumber, given, labelOf, type Question } from "./paper.ts";

/** Answers a question that is on the screen as a learner does, by what is written on its controls. */
export async function answer(page: Page, { interactions }: Question, response: ItemResponse) {
  for (const interaction of interactions) await giveTo(questionOn(page), interaction, given(response, interaction));
}

/** The question on the screen shows this response. */
export async function expectAnswered(page: Page, { interactions }: Question, response: ItemResponse) {
  for (const interaction of interactions)
    await expectGiven(questionOn(page), interaction, given(response, interaction));
}

/** The pane beside the scenario, or all there is. */
export const questionOn = (page: Page) => page.getByRole("main");

export const pairOf = (part: string): readonly [string, string] => {
  const [one = "", other = ""] = part.split(" ");
  return [one, other];
};

/** Hot words are check boxes even where only one may be chosen. */
export const roleOf = (interaction: Extract<Interaction, { type: "choice" | "hotspot" | "hottext" }>) =>
  interaction.type !== "hottext" && interaction.maxChoices === 1 ? "radio" : "checkbox";

export const named = (question: Locator, role: "radio" | "checkbox" | "combobox" | "group", name: string) =>
  question.getByRole(role, { name, exact: true });

/** The one control of an inline interaction: by its own label, or the only one there is. */
export const inline = (question: Locator, interaction: Extract<Interaction, { label: string }>) => {
  const role = interaction.type === "text-entry" ? "textbox" : "combobox";
  return interaction.label === ""
    ? question.getByRole(role)
    : question.getByRole(role, { name: interaction.label, exact: true });
};

async function giveTo(question: Locator, interaction: Interaction, value: Value) {
  switch (interaction.type) {
    case "choice":
    case "hotspot":
    case "hottext": {
      const role = roleOf(interaction);
      for (const id of value) await tick(named(question, role, labelOf(interaction, id)));
      return;
    }
    case "inline-choice":
      for (const id of value) await inline(question, interaction).selectOption({ label: labelOf(interaction, id) });
      return;
    case "text-entry":
      return inline(question, interaction).fill(value[0] ?? "");
    case "extended-text":
      return question.getByRole("textbox").fill(value[0] ?? "");
    case "match":
      for (const [source, target] of value.map(pairOf)) {
        const [from, to] = [labelOf(interaction, source), labelOf(interaction, target)];
        const list = named(question, "combobox", from);
        if ((await list.count()) > 0) await list.selectOption({ label: to });
        else await tick(named(question, "group", from).getByLabel(to, { exact: true }));
      }
      return;
    case "associate":
      for (const [index, [one, other]] of value.map(pairOf).entries()) {
        await named(question, "combobox", `Pair ${index + 1}, first`).selectOption({
          label: labelOf(interaction, one),
        });
        await named(question, "combobox", `Pair ${index + 1}, second`).selectOption({
          label: labelOf(interaction, other),
        });
      }
      return;
    case "gap-match":
      for (const [text, gap] of value.map(pairOf))
        await named(question, "combobox", `Gap ${gapNumber(interaction.content, gap)}`).selectOption({
          label: labelOf(interaction, text),
        });
      return;
    case "order":
      return putInOrder(
        question,
        value.map((id) => labelOf(interaction, id)),
      );
  }
}

/**
 * The words are pressed, because some boxes are only heard and not seen. The place is counted from the words and not from the
 * screen: something above them may still grow before the press.
 */
async function tick(box: Locator) {
  if (await box.isChecked()) return;
  const label = box.locator("xpath=ancestor::label");
  // Words may run over two lines, and then their middle is not on them.
  const position = await label.evaluate((element) => {
    const all = element.getBoundingClientRect();
    const [line = all] = element.getClientRects();
    const { borderLeftWidth, borderTopWidth } = getComputedStyle(element);
    return {
      x: line.x + line.width / 2 - all.x - Number.parseFloat(borderLeftWidth),
      y: line.y + line.height / 2 - all.y - Number.parseFloat(borderTopWidth),
    };
  });
  await label.click({ position });
  await expect(box).toBeChecked();
}

async function putInOrder(question: Locator, wanted: readonly string[]) {
  for (const [place, words] of wanted.entries()) {
    const up = question.getByRole("button", { name: `Move up: ${words}`, exact: true });
    for (;;) {
      const order = await orderOn(question);
      const at = order.indexOf(words);
      if (at < 0) throw new Error(`“${words}” is not on the list: ${order.join(" | ")}`);
      if (at <= place) break;
      await up.click();
      await expect.poll(async () => (await orderOn(question)).indexOf(words)).toBe(at - 1);
    }
  }
  const keep = question.getByRole("button", { name: "Keep this order" });
  if (await keep.isVisible()) await keep.click();
}

/** The list as it stands on the screen, by the labels of its buttons. */
export async function orderOn(question: Locator): Promise<readonly string[]> {
  const labels = await question
    .getByRole("button", { name: /^Move up: / })
    .evaluateAll((buttons) => buttons.map((button) => button.getAttribute("aria-label") ?? ""));
  return labels.map((label) => label.replace("Move up: ", ""));
}

async function expectGiven(question: Locator, interaction: Interaction, value: Value) {
  switch (interaction.type) {
    case "choice":
    case "hotspot":
    case "hottext": {
      const role = roleOf(interaction);
      await expect(question.getByRole(role, { checked: true })).toHaveCount(value.length);
      for (const id of value) await expect(named(question, role, labelOf(interaction, id))).toBeChecked();
      return;
    }
    case "inline-choice":
      return expect(chosenIn(inline(question, interaction))).toHaveText(
        value[0] === undefined ? "Choose…" : labelOf(interaction, value[0]),
      );
    case "text-entry":
      return expect(inline(question, interaction)).toHaveValue(value[0] ?? "");
    case "extended-text":
      return expect(question.getByRole("textbox")).toHaveValue(value[0] ?? "");
    case "match":
      for (const [source, target] of value.map(pairOf)) {
        const [from, to] = [labelOf(interaction, source), labelOf(interaction, target)];
        const list = named(question, "combobox", from);
        if ((await list.count()) > 0) await expect(chosenIn(list)).toHaveText(to);
        else await expect(named(question, "group", from).getByLabel(to, { exact: true })).toBeChecked();
      }
      return;
    case "associate":
      for (const [index, ids] of value.map(pairOf).entries()) {
        const one = chosenIn(named(question, "combobox", `Pair ${index + 1}, first`));
        await expect(one).toHaveText(labelOf(interaction, ids[0]));
        const other = chosenIn(named(question, "combobox", `Pair ${index + 1}, second`));
        await expect(other).toHaveText(labelOf(interaction, ids[1]));
      }
      return;
    case "gap-match":
      for (const [text, gap] of value.map(pairOf)) {
        const list = named(question, "combobox", `Gap ${gapNumber(interaction.content, gap)}`);
        await expect(chosenIn(list)).toHaveText(labelOf(interaction, text));
      }
      return;
    case "order":
      if (value.length === 0) return;
      return expect.poll(() => orderOn(question)).toEqual(value.map((id) => labelOf(interaction, id)));
  }
}

const chosenIn = (list: Locator) => list.locator("option:checked");
