// @vitest-environment jsdom
import { act, fireEvent, screen } from "@testing-library/react";
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
  policy,
  press,
  textOf,
  whyOf,
} from "../../../tests/support/board-in-use.tsx";
import { nine } from "../../exam/invigilation/seat.fixture.ts";
import { type Duration, minutes, none } from "../../exam/time/time.ts";
import type { LostLine } from "../../store/views/lost-time.ts";

inABrowser();

test("time that got no answer is asked for under the same name, and after a refusal under another", async () => {
  const line = aLine();
  const { user, tells } = aRoom();
  await opens(user, 1);
  await user.type(whyOf("grant"), "Keyboard changed");
  await user.click(press("Give 5 minutes"));
  await line.answers("none");
  await user.clear(screen.getByLabelText("Minutes"));
  await user.type(screen.getByLabelText("Minutes"), "15");
  await user.click(press("Give 15 minutes"));
  await tells([{ attempt: "attempt-1", allowance: minutes(80) }]);
  await line.answers(no("5 minutes were given already."));
  expect(panel().getByText("5 minutes were given already.")).toBeTruthy();
  await user.click(press("Give 15 minutes"));
  const [first, second, third] = line.sent();
  expect(first?.key).toMatch(/^[0-9a-f]{32}$/);
  expect([second?.key, third?.key === first?.key]).toEqual([first?.key, false]);
  expect([third?.minutes, third?.why, third?.seen]).toEqual(["15", "Keyboard changed", String(minutes(80))]);
});

test("an incident half written stays when the same learner is paused, and the pause's own form is empty again", async () => {
  const line = aLine();
  const { user } = aRoom();
  await opens(user, 1);
  await user.type(screen.getByLabelText("What happened"), "Felt faint at");
  await user.type(whyOf("pause"), "Felt faint");
  await user.click(press("Pause"));
  await line.answers(done("pause"));
  expect(textOf("What happened")).toBe("Felt faint at");
  expect(whyOf("pause").value).toBe("");
});

test("what is half written at a seat is there again after Escape, and after another seat was opened", async () => {
  aLine();
  const { user } = aRoom();
  await opens(user, 1);
  await user.type(screen.getByLabelText("What happened"), "Felt faint{Escape}");
  await opens(user, 1);
  expect(textOf("What happened")).toBe("Felt faint");
  await opens(user, 2);
  expect(textOf("What happened")).toBe("");
  await opens(user, 1);
  expect(textOf("What happened")).toBe("Felt faint");
  expect(screen.getByLabelText("What happened").closest("details")?.open).toBe(true);
});

test("what was written about the room is there again after the evacuation's key has closed the question", async () => {
  aLine();
  const { user } = aRoom();
  await user.click(press("Write incident"));
  await user.type(dialog().getByLabelText("What happened"), "The blind fell");
  fireEvent.keyDown(window, { key: "F8" });
  await user.click(dialog().getByRole("button", { name: "Cancel" }));
  await user.click(press("Write incident"));
  expect(textOf("What happened")).toBe("The blind fell");
});

test("words about an evacuation can still be written down when somebody else has brought all tests back", async () => {
  const line = aLine();
  const { user, tells } = aRoom({ evacuatedAt: nine }, { phase: "paused", stopped: "evacuation" });
  await user.click(press("Return: bring all tests back"));
  await user.type(dialog().getByLabelText("What happened"), "False alarm");
  await tells(both({ phase: "running", stopped: null }), { evacuatedAt: null });
  expect(textOf("What happened")).toBe("False alarm");
  await user.click(dialog().getByRole("button", { name: "Write it down" }));
  expect(line.sent()).toMatchObject([
    { intent: "incident", type: "evacuation", started: "09:00", narrative: "False alarm" },
  ]);
  await line.answers(done("incident"));
  expect(screen.queryByRole("dialog")).toBeNull();
});

test("whoever was about to pause the room keeps question, words and focus when somebody else pauses first", async () => {
  aLine();
  const { user, tells } = aRoom();
  await user.click(press("Pause all"));
  await user.type(dialog().getByLabelText("Why"), "Noise outside");
  act(() => dialog().getByRole("button", { name: "Pause all" }).focus());
  await tells(both({ phase: "paused", stopped: "pause" }));
  expect(dialog().getByText(/Somebody else has paused the room/)).toBeTruthy();
  expect(textOf("Why")).toBe("Noise outside");
  expect(document.activeElement).toBe(dialog().getAllByRole("button", { name: "Close" })[0]);
  await user.click(document.activeElement as HTMLElement);
  expect(document.activeElement).not.toBe(document.body);
});

test("the reason for ending a test is there again when nobody answered, and no longer than the server takes", async () => {
  const line = aLine();
  const { user } = aRoom();
  await opens(user, 1);
  await user.click(press("End this test"));
  await user.type(dialog().getByLabelText("Why"), "Left the room");
  expect((dialog().getByLabelText("Why") as HTMLTextAreaElement).maxLength).toBe(500);
  await user.click(dialog().getByRole("button", { name: "End this test" }));
  await line.answers("none");
  await user.keyboard("{Escape}");
  await opens(user, 2);
  await opens(user, 1);
  await user.click(press("End this test"));
  expect(textOf("Why")).toBe("Left the room");
});

test("a test that is ended while another order of its seat is on the way is ended after it", async () => {
  const line = aLine();
  const { user } = aRoom();
  await opens(user, 1);
  await user.type(whyOf("pause"), "Felt faint");
  await user.click(press("Pause"));
  await user.click(press("End this test"));
  await user.type(dialog().getByLabelText("Why"), "Left the room");
  await user.click(dialog().getByRole("button", { name: "End this test" }));
  expect(line.sent().map(({ intent }) => intent)).toEqual(["pause"]);
  await line.answers(no("Not now."));
  expect(line.sent().map(({ intent }) => intent)).toEqual(["pause", "terminate"]);
  await line.answers(done("terminate"));
  expect(["Not now.", "Done: terminate."].map((words) => panel().getByText(words).textContent)).toHaveLength(2);
});

test("an announcement is told with how many computers it cannot have reached", async () => {
  const line = aLine();
  const { user, tells } = aRoom();
  await tells([{ attempt: "attempt-2", connection: "lost" }]);
  await user.click(press("Announce"));
  await user.type(dialog().getByLabelText("Announcement"), "Ten minutes");
  await user.click(dialog().getByRole("button", { name: "Announce" }));
  await line.answers(done("announce"));
  expect(screen.getByRole("status").textContent).toContain(
    "Done: announce. 1 computer is not connected: it will show it when it is back.",
  );
});

test("what is written on while an order is on its way stays when that is done", async () => {
  const line = aLine();
  const { user } = aRoom();
  await user.click(press("Announce"));
  await user.type(dialog().getByLabelText("Announcement"), "Ten minutes");
  await user.click(dialog().getByRole("button", { name: "Announce" }));
  await user.type(dialog().getByLabelText("Announcement"), " are left");
  await line.answers(done("announce"));
  await user.click(press("Announce"));
  expect(textOf("Announcement")).toBe("Ten minutes are left");
});

test("the board asks before it is left with something half written, and not otherwise", async () => {
  aLine();
  const { user, router } = aRoom();
  const asks = () => !window.dispatchEvent(new Event("beforeunload", { cancelable: true }));
  await opens(user, 1);
  expect(asks()).toBe(false);
  await user.type(screen.getByLabelText("What happened"), "F");
  expect(asks()).toBe(true);
  await act(() => router.navigate("/elsewhere"));
  expect(screen.getByRole("dialog").textContent).toContain("Something is not sent yet");
  await user.click(press("Stay here"));
  await user.clear(screen.getByLabelText("What happened"));
  expect(asks()).toBe(false);
});

const lostBy = (seat: string, proposed: Duration): LostLine => ({
  attempt: `attempt-${seat}`,
  seat,
  name: `Learner ${seat}`,
  candidateNumber: seat,
  phase: "running",
  stretches: [],
  lost: proposed,
  proposed,
  madeUp: none,
  given: [],
});

test("a learner who was unticked for lost time stays so, with reason and focus, when somebody else loses time", async () => {
  let lines = [lostBy("1", minutes(2))];
  aLine(() => ({ lines, policy, rules: "r" }));
  const { user, tells } = aRoom();
  await tells([{ attempt: "attempt-1", lostTime: minutes(2) }]);
  await user.click(press("Lost time (1)"));
  await user.click(await screen.findByRole("checkbox", { name: "1 Learner 1" }));
  await user.clear(dialog().getByLabelText("Why"));
  await user.type(dialog().getByLabelText("Why"), "Power cut");
  lines = [...lines, lostBy("2", minutes(3))];
  await tells([{ attempt: "attempt-2", lostTime: minutes(3) }]);
  await screen.findByRole("checkbox", { name: "2 Learner 2" });
  const ticked = screen.getAllByRole("checkbox").map((box) => (box as HTMLInputElement).checked);
  expect([ticked, textOf("Why")]).toEqual([[false, true], "Power cut"]);
  expect(document.activeElement).toBe(dialog().getByLabelText("Why"));
});
