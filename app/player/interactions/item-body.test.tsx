// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, describe, expect, test } from "vitest";
import { Announcer } from "../../components/announcer.tsx";
import type { Associable, Body, Choice, Interaction } from "../../exam/item/body.ts";
import type { ItemResponse } from "../../exam/item/response.ts";
import { ItemBody } from "./item-body.tsx";
import { forgetCopied } from "./sealed-clipboard.ts";

afterEach(() => {
  cleanup();
  forgetCopied();
});

// jsdom has no CSS object, and user-event wants one to walk through radio buttons.
Object.assign(globalThis, { CSS: { escape: (words: string) => words.replaceAll(":", "\\:") } });

const text = (words: string): Body => [{ kind: "text", text: words }];
const choice = (id: string): Choice => ({ id, content: text(`choice ${id}`), fixed: false });
const thing = (id: string, matchMax = 1): Associable => ({ id, content: text(`thing ${id}`), matchMax, fixed: false });
const asked = { response: "R", prompt: text("What is asked"), shuffle: false } as const;

/** Sits one item with these interactions; `given` is what the learner has answered so far. */
function sit(
  interactions: Interaction | readonly Interaction[],
  { disabled = false, response = {} as ItemResponse } = {},
) {
  const body: Body = [interactions].flat().map((interaction) => ({ kind: "interaction", interaction }) as const);
  let given: ItemResponse = response;
  function Desk() {
    const [now, setNow] = useState(response);
    given = now;
    return (
      <Announcer>
        <ItemBody
          body={body}
          response={now}
          onChange={(id, value) => setNow((before) => ({ ...before, [id]: value }))}
          disabled={disabled}
          seed="seed"
          pictures={{}}
          shuffle={(choices) => choices}
        />
      </Announcer>
    );
  }
  render(<Desk />);
  return { given: () => given.R ?? [], keys: userEvent.setup() };
}

/** What can be chosen in a list box now. */
const offered = (name: string) =>
  [...screen.getByRole<HTMLSelectElement>("combobox", { name }).options]
    .filter((option) => !option.disabled)
    .map((option) => option.text);

const heard = () => screen.getByRole("status").textContent?.trim();

async function press(keys: ReturnType<typeof userEvent.setup>, wanted: HTMLElement, key: string) {
  for (let step = 0; document.activeElement !== wanted; step += 1) {
    if (step > 60) throw new Error(`Tab never reaches ${wanted.outerHTML}`);
    await keys.tab();
  }
  await keys.keyboard(key);
}

describe("by keyboard alone, a learner", () => {
  test("chooses one, changes it and takes it back", async () => {
    const { given, keys } = sit({
      ...asked,
      type: "choice",
      choices: ["A", "B", "C"].map(choice),
      minChoices: 0,
      maxChoices: 1,
    });
    await press(keys, screen.getByRole("radio", { name: "choice A" }), " ");
    expect(given()).toEqual(["A"]);
    await keys.keyboard("{ArrowDown}");
    expect(given()).toEqual(["B"]);
    await press(keys, screen.getByRole("button", { name: "Clear answer" }), "{Enter}");
    expect(given()).toEqual([]);
    expect(heard()).toBe("Answer cleared");
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "Clear answer" }));
  });

  test("chooses two of three and is told why there is no third", async () => {
    const { given, keys } = sit({
      ...asked,
      type: "choice",
      choices: ["A", "B", "C"].map(choice),
      minChoices: 2,
      maxChoices: 2,
    });
    expect(screen.getByText("Choose two.")).toBeTruthy();
    await press(keys, screen.getByRole("checkbox", { name: "choice C" }), " ");
    await press(keys, screen.getByRole("checkbox", { name: "choice A" }), " ");
    await press(keys, screen.getByRole("checkbox", { name: "choice B" }), " ");
    expect(given()).toEqual(["C", "A"]);
    expect(heard()).toContain("You have chosen two already");
  });

  test("writes a few words, and an empty box is no answer", async () => {
    const { given, keys } = sit({ type: "text-entry", response: "R", expectedLength: 12, label: "The term" });
    await press(keys, screen.getByRole("textbox", { name: "The term" }), "feedback");
    expect(given()).toEqual(["feedback"]);
    await keys.keyboard("{Backspace>8/}");
    expect(given()).toEqual([]);
  });

  test("writes at length and sees how many words there are", async () => {
    const { given, keys } = sit({ ...asked, type: "extended-text", expectedLines: 5, expectedLength: null });
    await press(keys, screen.getByRole("textbox"), "Staff listen.{Enter}They care.");
    expect(given()).toEqual(["Staff listen.\nThey care."]);
    expect(screen.getByText("4 words")).toBeTruthy();
  });

  test("chooses within a sentence", async () => {
    const { given, keys } = sit({
      type: "inline-choice",
      response: "R",
      choices: ["A", "B"].map(choice),
      shuffle: false,
      label: "The word",
    });
    await keys.tab();
    await keys.selectOptions(screen.getByRole("combobox", { name: "The word" }), "B");
    expect(given()).toEqual(["B"]);
    await keys.selectOptions(screen.getByRole("combobox", { name: "The word" }), "");
    expect(given()).toEqual([]);
  });

  const match = (targets: readonly Associable[]): Interaction => ({
    ...asked,
    type: "match",
    sources: [thing("S1"), thing("S2")],
    targets,
    maxAssociations: 0,
  });

  test("matches, is told what is used up, and clears a line", async () => {
    const { given, keys } = sit(match([thing("T1"), thing("T2")]));
    const [s1t1, , s2t1] = screen.getAllByRole("radio") as [HTMLElement, HTMLElement, HTMLElement];
    await press(keys, s1t1, " ");
    await press(keys, s2t1, " ");
    expect(given()).toEqual(["S1 T1"]);
    expect(heard()).toBe("“thing T1” is matched with “thing S1” already. Change that one first.");
    await keys.keyboard("{ArrowDown}");
    expect(given()).toEqual(["S1 T1", "S2 T2"]);
    await press(keys, screen.getAllByRole("button", { name: "Clear" })[0] as HTMLElement, "{Enter}");
    expect(given()).toEqual(["S2 T2"]);
    expect(document.activeElement).toBe(s1t1);
  });

  test("matches from list boxes where there is much to choose from, each once", async () => {
    const { given, keys } = sit(match(["T1", "T2", "T3", "T4", "T5", "T6", "T7"].map((id) => thing(id))));
    await keys.selectOptions(screen.getByRole("combobox", { name: "thing S2" }), "T7");
    expect(given()).toEqual(["S2 T7"]);
    expect(offered("thing S1")).not.toContain("thing T7");
    expect(offered("thing S2")).toContain("thing T7");
  });

  test("matches one thing with several where that is allowed", async () => {
    const { given, keys } = sit({
      ...asked,
      type: "match",
      sources: [thing("S1", 2)],
      targets: [thing("T1"), thing("T2"), thing("T3")],
      maxAssociations: 0,
    });
    for (const box of screen.getAllByRole("checkbox")) await press(keys, box, " ");
    expect(given()).toEqual(["S1 T1", "S1 T2"]);
  });

  test("pairs things once each, and half a pair is no answer", async () => {
    const { given, keys } = sit({
      ...asked,
      type: "associate",
      choices: ["A", "B", "C", "D"].map((id) => thing(id)),
      maxAssociations: 2,
    });
    await keys.selectOptions(screen.getByRole("combobox", { name: "Pair 1, first" }), "A");
    expect(given()).toEqual([]);
    await keys.selectOptions(screen.getByRole("combobox", { name: "Pair 1, second" }), "C");
    expect(given()).toEqual(["A C"]);
    expect(offered("Pair 2, first")).toEqual(["Choose…", "thing B", "thing D"]);
    expect(offered("Pair 1, first")).toEqual(["Choose…", "thing A", "thing B", "thing D"]);
    await press(keys, screen.getByRole("button", { name: "Take away pair 1" }), "{Enter}");
    expect(given()).toEqual([]);
  });

  test("puts a list in order; the item that moved keeps the focus and its new place is said", async () => {
    const { given, keys } = sit({ ...asked, type: "order", choices: ["A", "B", "C"].map(choice) });
    expect(given()).toEqual([]);
    const down = screen.getByRole("button", { name: "Move down: choice A" });
    await press(keys, down, "{Enter}");
    expect(given()).toEqual(["B", "A", "C"]);
    expect(document.activeElement).toBe(down);
    expect(heard()).toBe("choice A: now 2 of 3");
    await keys.keyboard("{Enter}");
    await keys.keyboard("{Enter}");
    expect(given()).toEqual(["B", "C", "A"]);
    expect(heard()).toBe("It is the last already");
  });

  test("may keep the order a list begins with, which until then is no answer", async () => {
    const { given, keys } = sit({ ...asked, type: "order", choices: ["A", "B"].map(choice) });
    await press(keys, screen.getByRole("button", { name: "Keep this order" }), "{Enter}");
    expect(given()).toEqual(["A", "B"]);
    await keys.keyboard("{Enter}");
    expect(given()).toEqual([]);
  });

  test("fills gaps, and a word is not used twice", async () => {
    const { given, keys } = sit({
      ...asked,
      type: "gap-match",
      texts: [thing("W1"), thing("W2")],
      content: [
        {
          kind: "element",
          tag: "p",
          attributes: {},
          children: [
            { kind: "gap", id: "G1" },
            { kind: "gap", id: "G2" },
          ],
        },
      ],
    });
    await keys.selectOptions(screen.getByRole("combobox", { name: "Gap 1" }), "W2");
    expect(offered("Gap 1")).toEqual(["1…", "thing W1", "thing W2"]);
    expect(offered("Gap 2")).toEqual(["2…", "thing W1"]);
    await keys.selectOptions(screen.getByRole("combobox", { name: "Gap 1" }), "");
    expect(given()).toEqual([]);
  });

  const hottext = (maxChoices: number): Interaction => ({
    type: "hottext",
    response: "R",
    prompt: text("Mark it"),
    content: ["H1", "H2", "H3"].map((id) => ({ kind: "hottext", id, children: text(id) }) as const),
    minChoices: 0,
    maxChoices,
  });

  test("marks words in a text up to the limit", async () => {
    const { given, keys } = sit(hottext(2));
    for (const id of ["H1", "H3", "H2"]) await press(keys, screen.getByRole("checkbox", { name: id }), " ");
    expect(given()).toEqual(["H1", "H3"]);
    expect(heard()).toContain("You have chosen two already");
  });

  test("marks another word instead where there is one to mark", async () => {
    const { given, keys } = sit(hottext(1));
    await press(keys, screen.getByRole("checkbox", { name: "H1" }), " ");
    await press(keys, screen.getByRole("checkbox", { name: "H3" }), " ");
    expect(given()).toEqual(["H3"]);
    expect(heard()).toBe("“H3” chosen instead");
  });

  test("chooses places on a picture by their names", async () => {
    const { given, keys } = sit({
      type: "hotspot",
      response: "R",
      prompt: text("Where"),
      picture: { src: "plan.svg", width: 200, height: 100, alt: "A plan" },
      regions: ["P1", "P2"].map(
        (id, at) => ({ id, shape: "circle", coords: [50 + at * 100, 50, 20], label: `place ${id}` }) as const,
      ),
      maxChoices: 1,
    });
    await press(keys, screen.getByRole("radio", { name: "place P1" }), " ");
    await keys.keyboard("{ArrowDown}");
    expect(given()).toEqual(["P2"]);
  });
});

describe("answers in a text box", () => {
  const box: Interaction = { type: "text-entry", response: "R", expectedLength: null, label: "Box" };

  test("take nothing that was copied outside the test, and say so", async () => {
    const { given, keys } = sit(box);
    await keys.tab();
    await keys.paste("from somewhere else");
    expect(given()).toEqual([]);
    expect(heard()).toBe("Only text copied inside this test can be pasted.");
  });

  test("take what was copied or cut inside the test", async () => {
    const { given, keys } = sit(box);
    const input = screen.getByRole<HTMLInputElement>("textbox");
    await keys.type(input, "good service");
    input.setSelectionRange(0, 5);
    await keys.cut();
    expect(given()).toEqual(["service"]);
    input.setSelectionRange(7, 7);
    await keys.paste("the outside clipboard");
    expect(given()).toEqual(["servicegood "]);
  });

  test("can be read and not changed once the test is closed", async () => {
    const { given, keys } = sit(box, { disabled: true, response: { R: ["said"] } });
    await keys.type(screen.getByRole("textbox"), "more");
    expect(given()).toEqual(["said"]);
  });
});

test("an item with no prompt of its own is named by its heading", () => {
  render(
    <>
      <h2 id="q1">Question 1</h2>
      <ItemBody
        body={[{ kind: "interaction", interaction: { ...asked, prompt: [], type: "order", choices: [choice("A")] } }]}
        response={{}}
        onChange={() => {}}
        seed=""
        pictures={{}}
        shuffle={(choices) => choices}
        labelledBy="q1"
      />
    </>,
  );
  expect(screen.getByRole("group", { name: "Question 1" })).toBeTruthy();
});
