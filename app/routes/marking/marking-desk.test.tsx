// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeAll, expect, test } from "vitest";
import { Announcer } from "../../components/announcer.tsx";
import type { MarkScheme } from "../../exam/item/scheme.ts";
import type { MarkingItem } from "../../store/views/marking-item.ts";
import { MarkingDesk } from "./marking-desk.tsx";
import type { Sent } from "./outbox.ts";

beforeAll(() => {
  // jsdom has no modal dialogs.
  HTMLDialogElement.prototype.showModal = function show() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
  };
});
afterEach(cleanup);

const points: MarkScheme = {
  kind: "points",
  points: ["First reason", "Second reason"].map((text, n) => ({
    id: `P${n + 1}`,
    marks: 1,
    content: [{ kind: "text", text }],
    needs: null,
  })),
  notes: [],
  indicative: [],
};

const about: MarkingItem = {
  item: {
    id: "Q1",
    title: "Why people queue",
    prompt: [
      {
        kind: "interaction",
        interaction: { type: "extended-text", response: "R", prompt: [], expectedLines: 4, expectedLength: null },
      },
    ],
    stimulus: null,
    scheme: points,
    maxMark: 2,
    objectives: { AO2: 2 },
  },
  version: "v1",
  queue: "examiner",
  examples: [],
  pictures: {},
  waiting: 3,
  markedToday: 0,
  decided: [],
};

const response = (task: string) => ({
  task,
  queue: "examiner",
  value: { R: [`Written in ${task}`] },
  why: null,
  suggested: null,
  parts: [],
  same: [],
});

type Refusal = { readonly refusal: string; readonly words: string };

/** A desk with three responses at hand, and the list of what it sends. */
async function aDesk(refusals: Readonly<Record<string, Refusal>> = {}) {
  const sent: object[] = [];
  const post = async (does: string, input: object): Promise<Sent<unknown>> => {
    if (does === "take") {
      const responses = ["one", "two", "three"].map(response);
      return { kind: "agreed", value: { responses, waiting: 3, markedToday: 0 } };
    }
    sent.push({ does, ...input });
    const refusal = refusals[does];
    return refusal ? { kind: "refused", ...refusal } : { kind: "agreed", value: {} };
  };
  render(
    <Announcer>
      <MarkingDesk
        about={about}
        post={post}
        pause={async () => {}}
        onLeave={() => sent.push({ does: "leave" })}
        frame={({ progress, tools, desk }) => (
          <>
            {progress}
            {tools}
            {desk}
          </>
        )}
      />
    </Announcer>,
  );
  await screen.findByText("Written in one");
  return { sent, user: userEvent.setup() };
}

test("a figure and Enter mark a response and show the next, already there, before anything is answered", async () => {
  const { sent, user } = await aDesk();
  await user.keyboard("1");
  await user.keyboard("{Enter}");
  expect(screen.queryByText("Written in two")).not.toBeNull();
  expect(sent).toEqual([{ does: "give", task: "one", marks: 1, points: ["P1"] }]);
  expect(document.activeElement?.textContent).toContain("Written in two");
});

test("Enter without marks decides nothing, and a nought must be chosen", async () => {
  const { sent, user } = await aDesk();
  await user.keyboard("{Enter}");
  expect(sent).toEqual([]);
  await user.keyboard("0{Enter}");
  expect(sent).toEqual([{ does: "give", task: "one", marks: 0, points: [] }]);
});

test("U brings the last response back with the marks it had", async () => {
  const { sent, user } = await aDesk();
  await user.keyboard("12{Enter}u");
  expect(screen.queryByText("Written in one")).not.toBeNull();
  expect(screen.getByRole("button", { name: /Give 2 marks/ })).toBeDefined();
  await user.keyboard("2{Enter}");
  expect(sent).toEqual([
    { does: "give", task: "one", marks: 2, points: ["P1", "P2"] },
    { does: "undo", task: "one" },
    { does: "give", task: "one", marks: 1, points: ["P1"] },
  ]);
});

test("letters typed in a note stay in the note", async () => {
  const { sent, user } = await aDesk();
  await user.keyboard("1");
  await user.click(screen.getByText("Write a note"));
  await user.type(screen.getByLabelText("Note"), "unusual 2");
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect(sent).toEqual([{ does: "give", task: "one", marks: 1, points: ["P1"], comment: "unusual 2" }]);
});

test("N sends a response to a senior examiner with the doubt in words", async () => {
  const { sent, user } = await aDesk();
  await user.keyboard("n");
  await user.click(screen.getByLabelText("Off the subject"));
  await user.type(screen.getByLabelText(/What should they know/), "It is a poem");
  await user.click(screen.getByRole("button", { name: "Send to a senior examiner" }));
  expect(sent).toEqual([{ does: "sendToSenior", task: "one", why: "Off the subject: It is a poem" }]);
  expect(screen.queryByText("Written in two")).not.toBeNull();
});

test("a mark that is not kept is told to the examiner", async () => {
  const { user } = await aDesk({ give: { refusal: "not-your-task", words: "Somebody else has it now." } });
  await user.keyboard("1{Enter}");
  expect(await screen.findByText("Somebody else has it now.")).toBeDefined();
  expect(screen.getByText("One decision was not kept")).toBeDefined();
});

test("the last response gives way to words, not to an empty page", async () => {
  const { user } = await aDesk();
  await user.keyboard("1{Enter}1{Enter}1{Enter}");
  expect(await screen.findByText("Nothing to mark for this question")).toBeDefined();
});
