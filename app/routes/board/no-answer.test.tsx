// @vitest-environment jsdom
import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import {
  aLine,
  aRoom,
  both,
  dialog,
  done,
  inABrowser,
  no,
  opens,
  panel,
  press,
  textOf,
} from "../../../tests/support/board-in-use.tsx";
import { nine } from "../../exam/invigilation/seat.fixture.ts";
import type { RoomNote } from "../../live/contract.ts";

inABrowser();

const shown = (key: unknown, change: Partial<RoomNote> = {}) => ({
  log: {
    latest: [{ id: "n", at: nine, by: "Ines", incident: null, words: "Ten minutes", key: String(key), ...change }],
    earlier: 0,
  },
});

/** A room in which something was announced, and nobody answered. */
async function announced() {
  const line = aLine();
  const room = aRoom();
  const { user } = room;
  await user.click(press("Announce"));
  await user.type(dialog().getByLabelText("Announcement"), "Ten minutes");
  await user.click(dialog().getByRole("button", { name: "Announce" }));
  await line.answers("none");
  const again = async () => user.click(dialog().getByRole("button", { name: "Announce" }));
  return { ...room, line, again, keys: () => line.sent().map(({ key }) => key) };
}

const isKept = () => !window.dispatchEvent(new Event("beforeunload", { cancelable: true }));
const outLoud = () => screen.getByRole("status").textContent;

test("an announcement that got no answer is sent again under the same name, and the next one under another", async () => {
  const { user, line, again, keys } = await announced();
  expect(dialog().getByText(/^No answer yet\./)).toBeTruthy();
  await again();
  await line.answers(done("announce"));
  await user.click(press("Announce"));
  expect(textOf("Announcement")).toBe("");
  await user.type(dialog().getByLabelText("Announcement"), "Five minutes");
  await again();
  const [first, second, third] = keys();
  expect(first).toMatch(/^[0-9a-f]{32}$/);
  expect([second, third === first]).toEqual([first, false]);
});

test("a refusal changes no name, unless something else was done under it", async () => {
  const { line, again, keys } = await announced();
  await again();
  await line.answers(no("Not now."));
  await again();
  await line.answers({ ...no("Announced already."), taken: true });
  await again();
  const [first, second, third, fourth] = keys();
  expect([second, third, fourth === first]).toEqual([first, first, false]);
});

test("when the board shows what got no answer, the question closes, that is said, and nothing is left unsent", async () => {
  const { user, tells, keys } = await announced();
  expect(isKept()).toBe(true);
  await tells([{ attempt: "attempt-2", connection: "lost" }]);
  await tells([], shown(keys()[0]));
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(outLoud()).toContain(
    "No answer came, but it was done: announced at 09:00:00. 1 computer is not connected: it will show it when it is back.",
  );
  expect(isKept()).toBe(false);
  await user.click(press("Announce"));
  expect(textOf("Announcement")).toBe("");
});

test("what the board shows before the missing answer is known to be missing is said as soon as it is", async () => {
  const line = aLine();
  const { user, tells } = aRoom();
  await user.click(press("Announce"));
  await user.type(dialog().getByLabelText("Announcement"), "Ten minutes");
  await user.click(dialog().getByRole("button", { name: "Announce" }));
  await tells([], shown(line.sent()[0]?.key));
  expect(screen.getByRole("dialog")).toBeTruthy();
  await line.answers("none");
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(outLoud()).toContain("announced at 09:00:00");
});

test("the same words that somebody else announced are not taken for what got no answer", async () => {
  const { tells } = await announced();
  await tells([], shown("another name"));
  expect(textOf("Announcement")).toBe("Ten minutes");
  expect(dialog().getByText(/^No answer yet\./)).toBeTruthy();
});

test("it is said also when the question was closed meanwhile, and what was written is gone from it", async () => {
  const { user, tells, keys } = await announced();
  await user.click(dialog().getByRole("button", { name: "Cancel" }));
  await tells([], shown(keys()[0]));
  expect(screen.getAllByText(/No answer came, but it was done: announced at 09:00:00/).length).toBeGreaterThan(0);
  await user.click(press("Announce"));
  expect(textOf("Announcement")).toBe("");
});

test("what was written since the lost answer stays, is told apart from what got out, and is an order of its own", async () => {
  const { user, tells, again, keys } = await announced();
  await user.type(dialog().getByLabelText("Announcement"), " are left");
  await tells([], shown(keys()[0]));
  expect(textOf("Announcement")).toBe("Ten minutes are left");
  expect(
    dialog().getByText(
      "No answer came, but this was announced at 09:00:00: “Ten minutes”. If what stands here says something else, send it again.",
    ),
  ).toBeTruthy();
  await again();
  expect(keys()[1]).not.toBe(keys()[0]);
});

test("of two texts sent under one name without an answer, what got out is named, and none is taken away", async () => {
  const { user, line, tells, again, keys } = await announced();
  await user.type(dialog().getByLabelText("Announcement"), " are left");
  await again();
  await line.answers("none");
  await tells([], shown(keys()[0]));
  expect(textOf("Announcement")).toBe("Ten minutes are left");
  expect(dialog().getByText(/“Ten minutes”/)).toBeTruthy();
});

test("an incident of the room that got no answer is looked for on the board, and one of a learner can be sent again", async () => {
  const line = aLine();
  const { user, tells } = aRoom();
  await user.click(press("Write incident"));
  await user.selectOptions(dialog().getByLabelText("What kind"), "disturbance");
  await user.type(dialog().getByLabelText("What happened"), "The bell rang");
  await user.click(dialog().getByRole("button", { name: "Write it down" }));
  await line.answers("none");
  await tells([], shown(line.sent()[0]?.key, { incident: "disturbance", words: "The bell rang" }));
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(outLoud()).toContain("No answer came, but it was done: written down at 09:00:00.");

  await opens(user, 1);
  await user.selectOptions(panel().getByLabelText("What kind"), "illness");
  await user.type(panel().getByLabelText("What happened"), "Felt faint");
  const send = () => user.click(panel().getByRole("button", { name: "Write it down" }));
  await send();
  await line.answers("none");
  expect(panel().getByText(/^No answer yet, so this may not have been done\./)).toBeTruthy();
  await send();
  const [room, first, second] = line.sent().map(({ key }) => key);
  expect([second, first === room]).toEqual([first, false]);
});

test("an incident half written stays when what was left over of an evacuation is written down", async () => {
  const line = aLine();
  const { user, tells } = aRoom({ evacuatedAt: nine }, { phase: "paused", stopped: "evacuation" });
  await user.click(press("Write incident"));
  await user.type(dialog().getByLabelText("What happened"), "The blind fell");
  await user.click(dialog().getByRole("button", { name: "Cancel" }));
  await user.click(press("Return: bring all tests back"));
  await user.type(dialog().getByLabelText("What happened"), "False alarm");
  await tells(both({ phase: "running", stopped: null }), { evacuatedAt: null });
  await user.click(dialog().getByRole("button", { name: "Write it down" }));
  await line.answers(done("incident"));
  expect(screen.queryByRole("button", { name: /^About the evacuation/ })).toBeNull();
  await user.click(press("Write incident"));
  expect(textOf("What happened")).toBe("The blind fell");
});
