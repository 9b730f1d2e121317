// @vitest-environment jsdom
import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { aRoom, inABrowser } from "../../../tests/support/board-in-use.tsx";
import { nine } from "../../exam/invigilation/seat.fixture.ts";
import { after, minutes, seconds } from "../../exam/time/time.ts";
import type { RoomNote } from "../../live/contract.ts";

inABrowser();

const note = (turn: number, change: Partial<RoomNote> = {}): RoomNote => ({
  id: String(turn),
  at: after(nine, minutes(turn)),
  by: "Ines",
  incident: null,
  words: `Announcement ${turn}`,
  key: null,
  ...change,
});
const notes = (name: string) =>
  within(screen.getByRole("list", { name }))
    .getAllByRole("listitem")
    .map(({ textContent }) => textContent);
const newest = "Announced and written down, newest first";

test("a board on which nothing was announced says so, and shows what others announce as soon as it is heard", async () => {
  const { user, tells } = aRoom();
  await user.click(screen.getByText("Announced and written down: nothing yet"));
  expect(screen.getByText(/^Nothing has been announced to the room/)).toBeTruthy();
  const bell = note(1, { at: after(nine, seconds(67)), by: "Idris", incident: "disturbance", words: "The bell rang." });
  await tells([], { log: { latest: [bell, note(0)], earlier: 0 } });
  expect(screen.getByText("Announced and written down: 2, last at 09:01:07")).toBeTruthy();
  expect(notes(newest)).toEqual([
    "09:01:07Noise or disturbanceIdrisThe bell rang.",
    "09:00:00AnnouncedInesAnnouncement 0",
  ]);
});

test("of many the first five are in sight, the others a press away, and those before them in the report", async () => {
  const latest = Array.from({ length: 20 }, (_, at) => note(30 - at));
  const { user } = aRoom({ log: { latest, earlier: 2 } });
  await user.click(screen.getByText("Announced and written down: 22, last at 09:30:00"));
  expect(notes(newest)).toHaveLength(5);
  await user.click(screen.getByText("15 before that"));
  expect(notes("Before that, newest first").at(-1)).toContain("Announcement 11");
  expect(screen.getByRole("link", { name: /^2 earlier ones/ }).getAttribute("href")).toBe("/sittings/s/report");
});
