// @vitest-environment jsdom

import { readFileSync } from "node:fs";
import { cleanup, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { type ReactNode, useMemo, useState } from "react";
import { afterEach, expect, test } from "vitest";
import { parse } from "yaml";
import { blankItem } from "../../../../tests/support/blank-items.ts";
import { Announcer } from "../../../components/announcer.tsx";
import { itemFaults } from "../../../exam/authoring/item-faults.ts";
import { withKeyPart } from "../../../exam/item/edit/key.ts";
import { edited } from "../../../exam/item/edit/settle.ts";
import type { Item } from "../../../exam/item/item.ts";
import type { ItemResponse } from "../../../exam/item/response.ts";
import { unitSpecification } from "../../../exam/item/specification.ts";
import { AuthorProvider } from "../author-context.ts";
import { MarksSection } from "./marks-section.tsx";
import { PlaceSection } from "./place-section.tsx";
import { SchemeSection } from "./scheme-section.tsx";
import { WorkedSection } from "./worked-section.tsx";

afterEach(cleanup);

const specificationOf = (unit: string) =>
  unitSpecification.parse(parse(readFileSync(`question-bank/${unit}/specification.yaml`, "utf8")));
const timed = specificationOf("customer-service-environment");
const knowledge = specificationOf("understand-customers");

let item: Item;

type Props = {
  readonly start: Item;
  readonly specification?: typeof timed;
  readonly answer?: ItemResponse;
  readonly children: ReactNode;
};

function Editor({ start, specification = timed, answer = {}, children }: Props) {
  const [now, set] = useState(start);
  item = now;
  const faults = useMemo(() => itemFaults(now, { specification, stimuli: ["S"], pictures: [] }), [now, specification]);
  return (
    <Announcer>
      <AuthorProvider
        value={{
          item: now,
          edit: (change) => set((before) => edited(before, change)),
          specification,
          stimuli: [{ id: "S", title: "A rota", body: [] }],
          pictures: {},
          addPicture: async () => null,
          faults,
          tried: answer,
          tryOut: () => {},
        }}
      >
        {children}
      </AuthorProvider>
    </Announcer>
  );
}

const keyed = edited(blankItem("choice"), (was) => withKeyPart(was, "RESPONSE", "B", true));
const figure = async (user: ReturnType<typeof userEvent.setup>, name: string | RegExp, value: string) => {
  const field = screen.getByRole("spinbutton", { name });
  await user.clear(field);
  await user.type(field, value);
};

test("a worked response from the preview is marked at once, and says when it gets what nobody expects", async () => {
  const user = userEvent.setup();
  render(
    <Editor start={keyed} answer={{ RESPONSE: ["B"] }}>
      <WorkedSection />
    </Editor>,
  );
  await user.click(screen.getByRole("button", { name: "From the preview" }));
  expect(item.worked[1]).toMatchObject({ response: { RESPONSE: ["B"] }, marks: 1, kind: "full" });
  expect(screen.getByText("Gives 1, as expected")).toBeTruthy();
  const second = within(screen.getAllByRole("listitem")[1] as HTMLElement);
  await user.clear(second.getByRole("spinbutton", { name: "Should get" }));
  await user.type(second.getByRole("spinbutton", { name: "Should get" }), "0");
  expect(screen.getByText("Gives 1, you expect 0")).toBeTruthy();
});

test("a worked response to an open question is typed, and its marks come from the points it earns", async () => {
  const user = userEvent.setup();
  render(
    <Editor start={blankItem("open-points")}>
      <WorkedSection />
    </Editor>,
  );
  await user.click(screen.getByRole("button", { name: "An empty one to fill in" }));
  const second = within(screen.getAllByRole("listitem")[1] as HTMLElement);
  await user.type(second.getByRole("textbox", { name: "What is written" }), "She could say sorry.");
  await user.click(second.getByRole("checkbox", { name: "P1 (1 mark)" }));
  await user.type(second.getByRole("textbox", { name: "Why" }), "One point.");
  expect(item.worked[1]).toEqual({
    kind: "partial",
    response: { RESPONSE: ["She could say sorry."] },
    marks: 1,
    points: ["P1"],
    level: null,
    toPerson: false,
    why: "One point.",
  });
});

test("only what the specification allows can be chosen, and what is wrong is said beside it", async () => {
  const user = userEvent.setup();
  render(
    <Editor start={keyed}>
      <PlaceSection />
    </Editor>,
  );
  expect(screen.getByText("The specification has no content area .")).toBeTruthy();
  await user.selectOptions(screen.getByRole("combobox", { name: "Content area" }), "C1");
  expect(screen.queryByRole("checkbox", { name: /^AO3/ })).toBe(null);
  await user.click(screen.getByRole("checkbox", { name: /^AO1/ }));
  expect(item.objectives).toEqual({ AO1: 1 });
  const command = screen.getByRole("combobox", { name: "Command word" });
  expect(within(command).queryByRole("option", { name: "evaluate" })).toBe(null);
  await user.selectOptions(command, "identify");
  await user.selectOptions(screen.getByRole("combobox", { name: "Source beside the question" }), "A rota");
  await figure(user, "Expected time", "1.5");
  expect(item).toMatchObject({
    classification: { area: "C1", commandWord: "identify", minutes: 1.5 },
    stimulus: "S",
  });
});

test("marks that are shared by two objectives are given to each, and a wrong sum is said", async () => {
  const user = userEvent.setup();
  render(
    <Editor start={{ ...blankItem("open-levels"), classification: { area: "A1", commandWord: "", minutes: 9 } }}>
      <PlaceSection />
    </Editor>,
  );
  await user.click(screen.getByRole("checkbox", { name: /^AO3/ }));
  await user.click(screen.getByRole("checkbox", { name: /^AO4/ }));
  expect(screen.getByText(/The objectives share 7 marks, but the item has 6/)).toBeTruthy();
  await figure(user, "Marks for AO3", "3");
  await figure(user, "Marks for AO4", "3");
  expect(item.objectives).toEqual({ AO3: 3, AO4: 3 });
  expect(screen.queryByText(/The objectives share/)).toBe(null);
});

test("an item of a unit without a timed test has a criterion and no objectives", async () => {
  const user = userEvent.setup();
  render(
    <Editor start={blankItem("open-points")} specification={knowledge}>
      <PlaceSection />
    </Editor>,
  );
  const criterion = screen.getByRole("combobox", { name: "Assessment criterion" });
  const [first] = within(criterion).getAllByRole("option").slice(1);
  if (first === undefined) throw new Error("The unit has no criterion.");
  await user.selectOptions(criterion, first);
  expect(item.classification.area).toMatch(/^\d\.\d/);
  expect(screen.queryByRole("checkbox", { name: /^AO/ })).toBe(null);
});

test("marks by how many are right are set step by step", async () => {
  const user = userEvent.setup();
  const three = ["S1 T1", "S2 T2", "S3 T3"].reduce(
    (now, pair) => edited(now, (was) => withKeyPart(was, "RESPONSE", pair, true)),
    blankItem("match"),
  );
  render(
    <Editor start={three}>
      <MarksSection />
    </Editor>,
  );
  await user.click(screen.getByRole("radio", { name: "By how many are right" }));
  const parts = screen.getAllByRole("spinbutton", { name: "Right, at least" });
  expect(parts.map((field) => (field as HTMLInputElement).value)).toEqual(["3", "2"]);
  expect([item.maxMark, item.processing.kind]).toEqual([2, "rules"]);
  await user.click(screen.getByRole("radio", { name: "All or nothing" }));
  expect(item.processing.kind).toBe("rules");
  await figure(user, "Marks", "1");
  expect(item.processing).toEqual({ kind: "template", template: "match_correct" });
});

test("an order that is nearly right may earn marks", async () => {
  const user = userEvent.setup();
  render(
    <Editor start={blankItem("order")}>
      <MarksSection />
    </Editor>,
  );
  await figure(user, "Marks", "2");
  await user.click(screen.getByRole("button", { name: "Add an order that earns some marks" }));
  expect(JSON.stringify(item.processing)).toContain('"ordered"');
  await user.click(screen.getByRole("button", { name: "Remove order 1" }));
  expect(JSON.stringify(item.processing)).not.toContain('"ordered"');
});

test("a mark scheme is written point by point, and by levels instead", async () => {
  const user = userEvent.setup();
  render(
    <Editor start={blankItem("open-points")}>
      <SchemeSection />
    </Editor>,
  );
  await user.type(screen.getByRole("textbox", { name: "Point P1" }), "A reason");
  await user.click(screen.getByRole("button", { name: "Add a point" }));
  await user.selectOptions(screen.getByRole("combobox", { name: "P3 counts" }), "only with P1");
  await user.click(screen.getByRole("button", { name: "Accept" }));
  await user.type(screen.getByRole("textbox", { name: "Note 1" }), "Any reason");
  expect(item.scheme).toMatchObject({
    points: [{ content: [{ text: "A reason" }] }, {}, { id: "P3", needs: "P1" }],
    notes: [{ kind: "accept", content: [{ text: "Any reason" }] }],
  });
  await user.click(screen.getByRole("radio", { name: "Levels" }));
  await user.type(screen.getByRole("textbox", { name: "What a response in level 1 is like" }), "Simple points");
  expect(item.scheme).toMatchObject({ kind: "levels", notes: [{ kind: "accept" }] });
});
