// @vitest-environment jsdom
import { act, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createMemoryRouter, RouterProvider } from "react-router-dom";
import { expect, test } from "vitest";
import { inABrowser } from "../../../tests/support/board-in-use.tsx";
import { Announcer } from "../../components/announcer.tsx";
import { nine } from "../../exam/invigilation/seat.fixture.ts";
import { after, instant, minutes } from "../../exam/time/time.ts";
import { aBoard, aBoardSeat } from "../../live/board.fixture.ts";
import type { SeatChange } from "../../live/contract.ts";
import { BoardScreen } from "./board-screen.tsx";
import { liveRoom } from "./live-room.ts";
import { RoomContext } from "./use-room.ts";

inABrowser();

/** A hall in which everybody works, and somebody who watches it. */
async function hall(count: number) {
  const seats = Array.from({ length: count }, (_, at) =>
    aBoardSeat({
      seat: String(at + 1),
      name: `Learner ${at + 1}`,
      phase: "running",
      deadline: after(nine, minutes(75)),
      lastSeenAt: nine,
    }),
  );
  const room = liveRoom(aBoard(0, seats));
  room.take({ kind: "snapshot", board: aBoard(1, seats) }, 0);
  const board = (
    <Announcer>
      <RoomContext.Provider value={room}>
        <BoardScreen mayAct opened={null} all={false} />
      </RoomContext.Provider>
    </Announcer>
  );
  render(<RouterProvider router={createMemoryRouter([{ path: "/", element: board }])} />);
  let version = 1;
  const change = (...changes: readonly SeatChange[]) =>
    act(() => {
      version += 1;
      room.take(
        { kind: "changes", changes: { version, at: instant(nine + 100), sitting: null, seats: changes, gone: [] } },
        100,
      );
    });
  return { user: userEvent.setup(), change, room };
}

const attempt = (seat: number) => `attempt-${seat}`;
const seats = () => [...screen.getByLabelText("Seats").children];
const link = (seat: number) => {
  const found = document.getElementById(`seat-${attempt(seat)}`);
  if (found?.getAttribute("aria-label") !== `Seat ${seat}: Learner ${seat}`)
    throw new Error(`Seat ${seat} is not in the page.`);
  return found;
};
const lost = (seat: number): SeatChange => ({ attempt: attempt(seat), connection: "lost" });
const well = (seat: number): SeatChange => ({ attempt: attempt(seat), connection: "connected" });

test("of a hall of a thousand only what is near the screen is in the page, and every seat says which it is of how many", async () => {
  await hall(1_000);
  expect(seats().length).toBeLessThan(150);
  expect(seats()[1]?.getAttribute("aria-posinset")).toBe("2");
  expect(seats()[1]?.getAttribute("aria-setsize")).toBe("1000");
});

test("an ordinary room is in the page as a whole", async () => {
  await hall(30);
  expect(seats()).toHaveLength(30);
  expect(seats()[0]?.hasAttribute("aria-setsize")).toBe(false);
});

test("a learner in trouble at the far end of the hall is seen first, counted and said once", async () => {
  const { change } = await hall(1_000);
  await change(lost(987));
  expect(seats()[0]?.textContent).toContain("Learner 987");
  expect(screen.getByRole("button", { name: /Problems$/ }).textContent).toBe("1Problems");
  expect(screen.getByRole("status").textContent?.trim()).toBe("Connection lost: seat 987, Learner 987.");
  await change({ attempt: attempt(3), answered: 1 });
  expect(screen.getByRole("status").textContent?.trim()).toBe("Connection lost: seat 987, Learner 987.");
});

test("a computer that keeps no copy is named also while nothing of it is saved, which is when it matters most", async () => {
  const { change } = await hall(1_000);
  await change({ attempt: attempt(462), lastSeenAt: instant(nine - 20_000), signedIn: true, keeping: "full" });
  const words = seats()[0]?.textContent;
  expect(words).toContain("Learner 462");
  expect(words).toContain("Nothing saved for 20 s");
  expect(words).toContain("Keeps no copy: storage full");
});

test("whoever comes to the top leaves every other card where it stands", async () => {
  const { change } = await hall(1_000);
  const stood = seats();
  const moved: Node[] = [];
  const observer = new MutationObserver((records) =>
    moved.push(...records.flatMap(({ addedNodes, removedNodes }) => [...addedNodes, ...removedNodes])),
  );
  observer.observe(screen.getByLabelText("Seats"), { childList: true });
  await change(lost(30));
  moved.push(...observer.takeRecords().flatMap(({ addedNodes, removedNodes }) => [...addedNodes, ...removedNodes]));
  observer.disconnect();
  expect(seats()[0]?.textContent).toContain("Learner 30");
  const [old, now] = [new Set<Node>(stood), new Set<Node>(seats())];
  expect(moved.filter((node) => old.has(node) && now.has(node))).toEqual([]);
});

test("arrow keys lead from one stop through the whole hall, as far as its last seat", async () => {
  const { user } = await hall(1_000);
  await user.click(screen.getByRole("searchbox"));
  act(() => link(1).focus());
  await user.keyboard("{ArrowRight}{ArrowRight}");
  expect(document.activeElement).toBe(link(3));
  await user.keyboard("{End}");
  expect(document.activeElement).toBe(link(1_000));
  await user.keyboard("{Home}");
  expect(document.activeElement).toBe(link(1));
  const links = seats().map((card) => card.querySelector("a"));
  expect(links.filter((one) => one?.tabIndex === 0)).toEqual([link(1)]);
});

test("the focus stays with its learner while others change and overtake, and when they themselves come to the top", async () => {
  const { change } = await hall(1_000);
  act(() => link(5).focus());
  const mine = link(5);
  await change(...Array.from({ length: 200 }, (_, at) => lost(at + 300)));
  expect(document.activeElement).toBe(mine);
  await change(lost(5));
  expect(document.activeElement).toBe(mine);
  expect(seats()[0]).toBe(mine.closest("li"));
});

test("when the learner who has the focus is well again and leaves the list of problems, whoever stands there now has it", async () => {
  const { user, change } = await hall(1_000);
  await change(lost(10), lost(20), lost(30));
  await user.click(screen.getByRole("button", { name: /Problems$/ }));
  act(() => link(20).focus());
  await change(well(20));
  expect(seats().map(({ textContent }) => textContent?.includes("Learner 20"))).toEqual([false, false]);
  expect(document.activeElement).toBe(link(30));
});

test("closing a seat gives the focus back to its card", async () => {
  const { user, change } = await hall(1_000);
  await user.click(link(4));
  expect(document.activeElement).toBe(screen.getByRole("heading", { name: "4 Learner 4" }));
  await change(...Array.from({ length: 300 }, (_, at) => lost(at + 300)));
  await user.keyboard("{Escape}");
  expect(document.activeElement).toBe(link(4));
});

test("an answer somewhere in the hall draws no other seat again", async () => {
  const { change } = await hall(1_000);
  const drawn: Node[] = [];
  const observer = new MutationObserver((records) => drawn.push(...records.map(({ target }) => target)));
  observer.observe(screen.getByLabelText("Seats"), {
    subtree: true,
    childList: true,
    characterData: true,
  });
  await change({ attempt: attempt(2), answered: 9 }, { attempt: attempt(900), answered: 4 });
  drawn.push(...observer.takeRecords().map(({ target }) => target));
  const cards = new Set(drawn.map((node) => node.parentElement?.closest("li")));
  expect([...cards].map((card) => card?.textContent?.includes("9/24"))).toEqual([true]);
});

test("a search for one in a thousand finds them and says how many there are", async () => {
  const { user } = await hall(1_000);
  await user.type(screen.getByRole("searchbox"), "775");
  expect(seats()).toEqual([link(775).closest("li")]);
  await screen.findByText("1 seat found.", { exact: false });
});

test("who is asked about is named as long as they are few enough to read", async () => {
  const { user, change } = await hall(130);
  await user.click(screen.getByRole("button", { name: "End sitting" }));
  expect(screen.getByRole("dialog").textContent).toContain("130 learners are still working");
  expect(screen.getByRole("dialog").textContent).toContain("Learner 60and 70 more");
  await change({ attempt: attempt(1), phase: "closed", deadline: null, closed: { at: nine, reason: "submitted" } });
  expect(screen.getByRole("dialog").textContent).toContain("129 learners are still working");
});

test("a sitting in which somebody works is not offered to be ended, and it is as soon as the last one is done", async () => {
  const { user, change } = await hall(1);
  await user.click(screen.getByRole("button", { name: "End sitting" }));
  const dialog = within(screen.getByRole("dialog"));
  expect(dialog.queryByRole("button", { name: "End the sitting" })).toBeNull();
  await change({ attempt: attempt(1), phase: "closed", deadline: null, closed: { at: nine, reason: "submitted" } });
  expect(dialog.getByRole("button", { name: "End the sitting" })).toBeTruthy();
});
