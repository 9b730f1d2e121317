import { act, cleanup, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createMemoryRouter, RouterProvider } from "react-router-dom";
import { afterEach, beforeAll, vi } from "vitest";
import { Announcer } from "../../app/components/announcer.tsx";
import { nine } from "../../app/exam/invigilation/seat.fixture.ts";
import { after, instant, minutes } from "../../app/exam/time/time.ts";
import { aBoard, aBoardSeat } from "../../app/live/board.fixture.ts";
import type { SeatChange, SittingState } from "../../app/live/contract.ts";
import { BoardScreen } from "../../app/routes/board/board-screen.tsx";
import { liveRoom } from "../../app/routes/board/live-room.ts";
import { RoomContext } from "../../app/routes/board/use-room.ts";
import type { LostList } from "../../app/store/views/lost-time.ts";

/** For the tests of a file: what a browser has and jsdom has not, and a clean page after each. */
export function inABrowser() {
  beforeAll(() => {
    // jsdom lays nothing out, and has no modal dialogs of its own.
    globalThis.ResizeObserver = class {
      observe() {}
      unobserve() {}
      disconnect() {}
    };
    Element.prototype.scrollIntoView = () => {};
    HTMLDialogElement.prototype.showModal = function show() {
      this.open = true;
    };
    HTMLDialogElement.prototype.close = function close() {
      this.open = false;
    };
  });
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });
}

type Answer = object | "none";

/** The line to the server: what is sent waits until the test says what became of it. */
export function aLine(lost: () => LostList = () => ({ lines: [], policy, rules: "r" })) {
  const orders: { readonly fields: Record<string, unknown>; readonly end: (answer: Answer) => void }[] = [];
  vi.stubGlobal("fetch", async (_address: string, { body }: { readonly body?: FormData }) => {
    if (body === undefined) return { ok: true, json: async () => lost() };
    const answer = await new Promise<Answer>((end) => orders.push({ fields: Object.fromEntries(body), end }));
    if (answer === "none") throw new TypeError("Failed to fetch");
    return { json: async () => answer };
  });
  return {
    sent: () => orders.map(({ fields }) => fields),
    /** The answer to the order that was sent last. */
    answers: (answer: Answer) => act(async () => orders.at(-1)?.end(answer)),
  };
}
export const policy = { shortest: minutes(1), steps: minutes(1), most: minutes(20) };
export const done = (intent: string) => ({ ok: true, intent, words: `Done: ${intent}.` });
export const no = (words: string) => ({ ok: false, words, fields: {} });

/** A room of learners 1 and 2 at work, on the board of whoever watches it. */
export function aRoom(change: Partial<SittingState> = {}, seat: Partial<Omit<SeatChange, "attempt">> = {}) {
  const seats = ["1", "2"].map((name) =>
    aBoardSeat({
      seat: name,
      name: `Learner ${name}`,
      phase: "running",
      deadline: after(nine, minutes(75)),
      lastSeenAt: nine,
      ...seat,
    }),
  );
  const board = aBoard(1, seats);
  const sitting = { ...board.sitting, ...change };
  const room = liveRoom({ ...board, sitting });
  room.take({ kind: "snapshot", board: { ...board, sitting } }, 0);
  const page = (
    <Announcer>
      <RoomContext.Provider value={room}>
        <BoardScreen mayAct opened={null} all={false} />
      </RoomContext.Provider>
    </Announcer>
  );
  const router = createMemoryRouter([
    { path: "/", element: page },
    { path: "/elsewhere", element: <p>Elsewhere</p> },
  ]);
  render(<RouterProvider router={router} />);
  let version = 1;
  const tells = (seats: readonly SeatChange[], sittingNow: Partial<SittingState> = {}) =>
    act(async () => {
      version += 1;
      const at = instant(nine + 100);
      const changed = { ...sitting, ...sittingNow };
      room.take({ kind: "changes", changes: { version, at, sitting: changed, seats, gone: [] } }, 100);
    });
  return { user: userEvent.setup(), tells, router };
}

export const opens = (user: ReturnType<typeof userEvent.setup>, seat: number) =>
  user.click(document.getElementById(`seat-attempt-${seat}`) as HTMLElement);
export const panel = () => within(screen.getByRole("complementary"));
export const press = (name: string | RegExp) => screen.getByRole("button", { name });
export const dialog = () => within(screen.getByRole("dialog"));
export const both = (change: Omit<SeatChange, "attempt">): readonly SeatChange[] =>
  ["attempt-1", "attempt-2"].map((attempt) => ({ attempt, ...change }));
/** What stands in a field, in the question that is open if there is one. */
export const textOf = (label: string) => {
  const around = screen.queryByRole("dialog") === null ? screen : dialog();
  return (around.getByLabelText(label) as HTMLTextAreaElement | HTMLInputElement).value;
};
export const whyOf = (form: string) => document.getElementById(`${form}-why`) as HTMLInputElement;
