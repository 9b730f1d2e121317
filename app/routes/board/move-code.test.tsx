// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { nine } from "../../exam/invigilation/seat.fixture.ts";
import { after, minutes } from "../../exam/time/time.ts";
import { MoveCode } from "./move-code.tsx";
import type { Told } from "./told.ts";

afterEach(cleanup);

const told: Told = {
  ok: true,
  intent: "move",
  words: "",
  move: { code: "KKK-34X", until: after(nine, minutes(10)), number: 2 },
};
const shown = (seat: { moves: number; signedIn: boolean }, now = nine) => {
  cleanup();
  render(<MoveCode told={told} seat={seat} now={now} />);
  return document.body.textContent;
};

test("a code is shown while it opens the test, also before the seat is heard of, and not when the learner has arrived", () => {
  expect(shown({ moves: 2, signedIn: false })).toContain("KKK-34X");
  expect(shown({ moves: 1, signedIn: false })).toContain("KKK-34X");
  expect(shown({ moves: 2, signedIn: true })).toBe("");
  expect(shown({ moves: 2, signedIn: false }, after(nine, minutes(10)))).toBe("");
});

test("a code that another one has put out of use is not shown as good", () => {
  expect(shown({ moves: 3, signedIn: false })).not.toContain("KKK-34X");
  expect(screen.getByRole("status").textContent).toBe("Another code was made since, so yours opens nothing any more.");
});
