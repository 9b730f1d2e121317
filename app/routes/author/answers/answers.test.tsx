// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { type BlankKind, blankItem } from "../../../../tests/support/blank-items.ts";
import { Announcer } from "../../../components/announcer.tsx";
import { interactionsOf } from "../../../exam/item/content.ts";
import { edited } from "../../../exam/item/edit/settle.ts";
import type { Item } from "../../../exam/item/item.ts";
import { AuthorProvider } from "../author-context.ts";
import { AnswerCard } from "./answer-card.tsx";

beforeAll(() => {
  // jsdom draws nothing, so it cannot say where.
  SVGElement.prototype.setPointerCapture = () => {};
  Range.prototype.getClientRects = () => Object.assign([], { item: () => null });
  Range.prototype.getBoundingClientRect = () => new DOMRect();
});
afterEach(cleanup);

let item: Item;

function Editor({ start }: { readonly start: Item }) {
  const [now, set] = useState(start);
  item = now;
  return (
    <Announcer>
      <AuthorProvider
        value={{
          item: now,
          edit: (change) => set((before) => edited(before, change)),
          specification: { unit: 1, title: "", qualification: "", areas: {}, objectives: Object({}) },
          stimuli: [],
          pictures: {},
          addPicture: async () => null,
          faults: [],
          tried: {},
          tryOut: () => {},
        }}
      >
        {interactionsOf(now.body).map((interaction) => (
          <AnswerCard key={interaction.response} interaction={interaction} />
        ))}
      </AuthorProvider>
    </Announcer>
  );
}

const open = (kind: BlankKind) => {
  render(<Editor start={blankItem(kind)} />);
  return userEvent.setup();
};
const asked = () => interactionsOf(item.body)[0];
const key = () => item.responses[0]?.correct;
const words = (name: string) => screen.getByRole("textbox", { name });
const heard = () => screen.getByRole("status").textContent;

describe("choices", () => {
  test("are written one after the other, each begun by the Enter key", async () => {
    const user = open("choice");
    await user.type(words("Choice D"), "Fourth{Enter}Fifth");
    expect(asked()).toMatchObject({ choices: [{}, {}, {}, { id: "D" }, { id: "E", content: [{ text: "Fifth" }] }] });
    expect(document.activeElement).toBe(words("Choice E"));
  });

  test("move by Alt and an arrow key; the move is said and the focus stays", async () => {
    const user = open("choice");
    await user.type(words("Choice B"), "Second");
    await user.keyboard("{Alt>}{ArrowUp}{/Alt}");
    expect(asked()).toMatchObject({ choices: [{ id: "B" }, { id: "A" }, {}, {}] });
    expect(heard()).toContain("B Second: now 1 of 4");
    expect(document.activeElement).toBe(words("Choice B"));
    await user.keyboard("{Alt>}{ArrowUp}{/Alt}");
    expect(heard()).toContain("It is the first already");
  });

  test("move and go by buttons too, and take their letters again", async () => {
    const user = open("choice");
    await user.click(screen.getByRole("radio", { name: "C is right" }));
    await user.click(screen.getByRole("button", { name: "Remove A" }));
    await user.click(screen.getByRole("button", { name: "Move up: D" }));
    expect(asked()).toMatchObject({ choices: [{ id: "B" }, { id: "D" }, { id: "C" }] });
    await user.click(screen.getByRole("button", { name: "Letter them from A" }));
    expect([asked(), key()]).toMatchObject([{ choices: [{ id: "A" }, { id: "B" }, { id: "C" }] }, ["C"]]);
  });

  test("may be several, and the limit goes with the key", async () => {
    const user = open("choice");
    await user.click(screen.getByRole("radio", { name: "Several" }));
    for (const id of ["A", "C", "D"]) await user.click(screen.getByRole("checkbox", { name: `${id} is right` }));
    expect([key(), item.maxMark, asked()]).toMatchObject([["A", "C", "D"], 3, { maxChoices: 3 }]);
  });

  test("may be worth different marks", async () => {
    const user = open("choice-several");
    await user.click(screen.getByRole("checkbox", { name: "A is right" }));
    await user.click(screen.getByRole("checkbox", { name: "Different marks for different choices" }));
    await user.clear(screen.getByRole("spinbutton", { name: "Marks for A" }));
    await user.type(screen.getByRole("spinbutton", { name: "Marks for A" }), "3");
    expect(item.maxMark).toBe(3);
  });

  test("keep their place while the others are mixed", async () => {
    const user = open("inline-choice");
    await user.click(screen.getByRole("button", { name: "C keeps its place when the choices are mixed" }));
    expect(asked()).toMatchObject({ choices: [{ fixed: false }, { fixed: false }, { fixed: true }] });
  });
});

describe("pairs", () => {
  test("of two lists are chosen from a list box", async () => {
    const user = open("match");
    await user.type(words("entry S1"), "Sole trader");
    await user.type(words("entry T2"), "Owned by one person");
    await user.selectOptions(screen.getByRole("combobox", { name: "Sole trader goes with" }), "Owned by one person");
    expect(key()).toEqual(["S1 T2"]);
  });

  test("of one list are added by two list boxes and taken away by a button", async () => {
    const user = open("associate");
    await user.selectOptions(screen.getByRole("combobox", { name: "This" }), "A");
    await user.selectOptions(screen.getByRole("combobox", { name: "goes with" }), "D");
    await user.click(screen.getByRole("button", { name: "Add this pair" }));
    expect(key()).toEqual(["A D"]);
    await user.click(screen.getByRole("button", { name: "Not a pair: A and D" }));
    expect(key()).toBe(null);
  });

  test("of words and gaps are chosen gap by gap", async () => {
    const user = open("gap-match");
    await user.type(words("word T3"), "Finance");
    await user.selectOptions(screen.getByRole("combobox", { name: "Gap G2" }), "Finance");
    expect(key()).toEqual(["T3 G2"]);
  });
});

test("phrases of a text are right by their boxes", async () => {
  const user = open("hottext");
  await user.click(screen.getByRole("checkbox", { name: "Second phrase." }));
  expect(key()).toEqual(["H2"]);
});

test("an order is right as it is written, and changes by Alt and an arrow key", async () => {
  const user = open("order");
  const before = key();
  await user.type(words("Step 1"), "First of all");
  await user.keyboard("{Alt>}{ArrowDown}{/Alt}");
  expect(key()).toEqual([before?.[1], before?.[0], before?.[2], before?.[3]]);
  expect(heard()).toContain("First of all: now 2 of 4");
});

test("typed answers are listed with their marks, and a second spelling of the same is said", async () => {
  const user = open("text-entry");
  await user.click(screen.getByRole("button", { name: "Add an answer" }));
  await user.type(words("Answer 1"), "limited liability{Enter}The Limited liability.");
  expect(item.responses[0]).toMatchObject({
    correct: ["limited liability"],
    mapping: {
      entries: [
        { key: "limited liability", value: 1 },
        { key: "The Limited liability.", value: 0 },
      ],
    },
  });
  expect(screen.getByText(/This is the same as an answer above/)).toBeTruthy();
});

describe("places on a picture", () => {
  test("move and grow by the arrow keys, and take figures", async () => {
    const user = open("hotspot");
    const place = screen.getByRole("button", { name: /^A : left 60/ });
    fireEvent.focus(place);
    fireEvent.keyDown(place, { key: "ArrowRight" });
    fireEvent.keyDown(place, { key: "ArrowDown", ctrlKey: true });
    fireEvent.keyDown(place, { key: "ArrowRight", shiftKey: true });
    expect(asked()).toMatchObject({ regions: [{ id: "A", coords: [70, 61, 200, 141] }, {}] });
    const left = screen.getByRole("spinbutton", { name: "Left" });
    await user.clear(left);
    await user.type(left, "5");
    expect(asked()).toMatchObject({ regions: [{ coords: [5, 61, 135, 141] }, {}] });
  });

  test("have words, and are right by their boxes", async () => {
    const user = open("hotspot");
    await user.type(words("Words for B"), "The fire exit");
    await user.click(screen.getByRole("checkbox", { name: "B is right" }));
    expect([asked(), key()]).toMatchObject([{ regions: [{}, { label: "The fire exit" }] }, ["B"]]);
  });

  test("are drawn with a pointer where there is none", () => {
    open("hotspot");
    const canvas = screen.getByRole("button", { name: /^A : left/ }).closest("svg");
    if (canvas === null) throw new Error("There is no picture to draw on.");
    canvas.getBoundingClientRect = () => new DOMRect(0, 0, 600, 400);
    const pointer = (does: string, [clientX, clientY]: readonly [number, number]) =>
      fireEvent(canvas, new MouseEvent(`pointer${does}`, { bubbles: true, button: 0, clientX, clientY }));
    pointer("down", [400, 300]);
    pointer("move", [460, 350]);
    pointer("up", [460, 350]);
    expect(asked()).toMatchObject({ regions: [{}, {}, { id: "C", shape: "rect", coords: [400, 300, 460, 350] }] });
  });
});

test("an open response says how much is to be written", async () => {
  const user = open("open-points");
  const lines = within(screen.getByRole("region", { name: "Space to write" })).getByRole("spinbutton");
  await user.clear(lines);
  await user.type(lines, "9");
  expect(asked()).toMatchObject({ expectedLines: 9 });
});
