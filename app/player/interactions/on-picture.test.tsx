// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, expect, test } from "vitest";
import { Announcer } from "../../components/announcer.tsx";
import type { AssociableRegion, Body, Interaction } from "../../exam/item/body.ts";
import type { Value } from "../../exam/item/response.ts";
import { ItemBody } from "./item-body.tsx";

afterEach(cleanup);

const text = (words: string): Body => [{ kind: "text", text: words }];
const asked = { response: "R", prompt: text("What is asked") } as const;
const picture = { src: "../pictures/shop.svg", width: 200, height: 100, alt: "A shop" };
const place = (id: string, label: string): AssociableRegion => ({
  id,
  shape: "rect",
  coords: [0, 0, 20, 20],
  label,
  matchMax: 1,
});
const places = [place("T", "the till"), place("D", "the door")];

function sit(interaction: Interaction) {
  let given: Value = [];
  function Desk() {
    const [now, setNow] = useState<Value>([]);
    given = now;
    return (
      <Announcer>
        <ItemBody
          body={[{ kind: "interaction", interaction }]}
          response={{ R: now }}
          onChange={(_, value) => setNow(value)}
          seed="seed"
          pictures={{}}
          shuffle={(choices) => choices}
        />
      </Announcer>
    );
  }
  render(<Desk />);
  return { given: () => given, keys: userEvent.setup() };
}

test("a slider is no answer until it is moved, by arrow keys or by typing", async () => {
  const { given, keys } = sit({ ...asked, type: "slider", lower: 0, upper: 10, step: 1 });
  expect(given()).toEqual([]);
  fireEvent.change(screen.getByRole("slider"), { target: { value: "6" } });
  expect(given()).toEqual(["6"]);
  await keys.clear(screen.getByRole("spinbutton"));
  await keys.type(screen.getByRole("spinbutton"), "8");
  expect(given()).toEqual(["8"]);
  await keys.click(screen.getByRole("button", { name: "Clear answer" }));
  expect(given()).toEqual([]);
});

test("a point can be set without a pointer, and moved by typing where it is", async () => {
  const { given, keys } = sit({ ...asked, type: "select-point", picture, minChoices: 0, maxChoices: 2 });
  await keys.click(screen.getByRole("button", { name: "Add a point" }));
  expect(given()).toEqual(["100 50"]);
  fireEvent.change(screen.getByLabelText("From the left"), { target: { value: "30" } });
  expect(given()).toEqual(["30 50"]);
  fireEvent.change(screen.getByLabelText("From the top"), { target: { value: "900" } });
  expect(given()).toEqual(["30 100"]);
  await keys.click(screen.getByRole("button", { name: "Take away point 1" }));
  expect(given()).toEqual([]);
});

test("no more points are taken than asked for", async () => {
  const { given, keys } = sit({ ...asked, type: "select-point", picture, minChoices: 0, maxChoices: 2 });
  const add = screen.getByRole("button", { name: "Add a point" });
  for (let press = 0; press < 3; press += 1) await keys.click(add);
  expect(given()).toHaveLength(2);
});

test("places on a picture are put in order by name", async () => {
  const { given, keys } = sit({ ...asked, type: "graphic-order", picture, regions: places });
  await keys.click(screen.getByRole("button", { name: "Move up: B: the door" }));
  expect(given()).toEqual(["D", "T"]);
});

test("where only the first counts, only the first is given", async () => {
  const { given, keys } = sit({ ...asked, type: "graphic-order", picture, regions: places, maxChoices: 1 });
  await keys.click(screen.getByRole("button", { name: "Keep this order" }));
  expect(given()).toEqual(["T"]);
});

test("places on a picture are paired by name", async () => {
  const { given, keys } = sit({ ...asked, type: "graphic-associate", picture, regions: places, maxAssociations: 1 });
  await keys.selectOptions(screen.getByLabelText("Pair 1, first"), "T");
  await keys.selectOptions(screen.getByLabelText("Pair 1, second"), "D");
  expect(given()).toEqual(["T D"]);
});

test("words are placed on a picture by choosing the place", async () => {
  const texts = [{ id: "W", content: text("wait here"), matchMax: 1, fixed: false }];
  const { given, keys } = sit({ ...asked, type: "graphic-gap-match", picture, texts, regions: places });
  await keys.click(screen.getByRole("radio", { name: "B: the door" }));
  expect(given()).toEqual(["W D"]);
});

test("several texts are written into boxes of their own", async () => {
  const { given, keys } = sit({
    ...asked,
    type: "extended-text",
    expectedLines: null,
    expectedLength: null,
    maxStrings: 3,
  });
  await keys.type(screen.getByRole("textbox", { name: "Your answer, 2 of 3" }), "two");
  expect(given()).toEqual(["", "two"]);
});

test("what is heard to its end is counted, and no more often than allowed", () => {
  const media = {
    kind: "audio",
    src: "data:audio/mpeg;base64,AA==",
    width: null,
    height: null,
    words: "A bell",
  } as const;
  const { given } = sit({ ...asked, type: "media", media, minPlays: 0, maxPlays: 1 });
  fireEvent.ended(screen.getByLabelText("A bell"));
  expect(given()).toEqual(["1"]);
  expect(screen.queryByLabelText("A bell")).toBeNull();
});
