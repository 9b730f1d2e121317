// @vitest-environment jsdom
import { act, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { aLine, aRoom, done, inABrowser, press } from "../../../tests/support/board-in-use.tsx";
import { nine } from "../../exam/invigilation/seat.fixture.ts";

inABrowser();

/** Both learners are getting ready, and are to be started when they are. */
async function startingLater() {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"], shouldAdvanceTime: true });
  const line = aLine();
  const room = aRoom({}, { phase: "admitted", deadline: null });
  await room.user.click(press("Start all (0 ready)"));
  await room.user.click(press("Start each as soon as they are ready"));
  return { ...room, line, pass: (time: number) => act(() => vi.advanceTimersByTimeAsync(time)) };
}

test("a learner whose start got no answer is started again by itself, after whoever else is ready", async () => {
  const { line, tells, pass } = await startingLater();
  await tells([{ attempt: "attempt-1", phase: "ready" }]);
  await line.answers("none");
  expect(screen.getByText(/Not started just now/).textContent).toContain("Learner 1");
  await tells([{ attempt: "attempt-2", phase: "ready" }]);
  await pass(3_000);
  await line.answers(done("start"));
  expect(line.sent().map(({ attempt }) => attempt)).toEqual(["attempt-1", "attempt-2", "attempt-1"]);
  await line.answers(done("start"));
  expect(screen.queryByText(/as soon as they are ready$/)).toBeNull();
});

test("a learner who becomes ready while the room is out is started when it is back", async () => {
  const { line, tells } = await startingLater();
  await tells([{ attempt: "attempt-1", phase: "ready" }], { evacuatedAt: nine });
  expect(line.sent()).toEqual([]);
  await tells([], { evacuatedAt: null });
  expect(line.sent()).toMatchObject([{ intent: "start", attempt: "attempt-1" }]);
});

test("nobody is said to start later in a sitting that has ended", async () => {
  const { tells } = await startingLater();
  expect(screen.getByText("2 learners start as soon as they are ready")).toBeTruthy();
  await tells([], { phase: "ended" });
  expect(screen.queryByText(/as soon as they are ready$/)).toBeNull();
});

test("a learner who becomes ready between Start all and its answer is started too, when later ones are to be", async () => {
  const line = aLine();
  const { user, tells } = aRoom({}, { phase: "admitted", deadline: null });
  await tells([{ attempt: "attempt-1", phase: "ready" }]);
  await user.click(press("Start all (1 ready)"));
  await user.click(screen.getByRole("checkbox", { name: /Start each of them/ }));
  await user.click(press("Start 1 now"));
  await tells([{ attempt: "attempt-2", phase: "ready" }]);
  await line.answers(done("start-all"));
  expect(line.sent()).toMatchObject([{ intent: "start-all" }, { intent: "start", attempt: "attempt-2" }]);
});
