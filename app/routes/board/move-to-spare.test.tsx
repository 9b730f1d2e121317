// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ContextType } from "react";
import { afterEach, expect, test } from "vitest";
import { aBoardSeat } from "../../live/board.fixture.ts";
import { MoveToSpare } from "./move-to-spare.tsx";
import { CopiesContext } from "./use-room-copies.ts";

afterEach(cleanup);

const seat = aBoardSeat({ phase: "running" });

type Spares = ContextType<typeof CopiesContext>["spares"];

function withSpares(spares: Spares) {
  const handed: string[] = [];
  const show = (now: Spares) => (
    <CopiesContext.Provider
      value={{
        copies: new Map([[seat.attempt, { at: 0, live: false }]]),
        spares: now,
        spareCode: null,
        handOver: (_, spare) => handed.push(spare) > 0,
      }}
    >
      <MoveToSpare seat={seat} cutOff />
    </CopiesContext.Provider>
  );
  const { rerender } = render(show(spares));
  return { handed, become: (now: Spares) => rerender(show(now)) };
}

const free = { peer: "two", name: "Spare 2", stage: "waiting" as const, attempt: null };

test("a spare computer that is free is proposed before one where another learner's test waits for its slip", async () => {
  withSpares([{ peer: "one", name: "Spare 1", stage: "slip", attempt: "another learner's" }, free]);
  await userEvent.click(screen.getByText("Go on at a spare computer"));
  expect(screen.getByRole<HTMLInputElement>("radio", { name: "Spare 2" }).checked).toBe(true);
});

test.each([
  ["before the learner has typed the slip there", "slip", "with the same copy from"],
  ["after the learner has worked there", "here", "stays there: it is sent when that computer reaches the server"],
] as const)("when a spare computer breaks down too, %s, another one is offered", async (_when, stage, said) => {
  const first = { peer: "one", name: "Spare 1", stage, attempt: seat.attempt };
  const { handed, become } = withSpares([first, free]);
  await userEvent.click(screen.getByText("That computer does not work either"));
  expect(document.body.textContent).toContain(said);
  await userEvent.click(screen.getByRole("button", { name: "Bring the test there" }));
  expect(handed).toEqual(["two"]);
  become([first, { ...free, stage: "slip" as const, attempt: seat.attempt }]);
  expect(screen.getByText("The test is at Spare 2, locked")).toBeTruthy();
  expect(document.activeElement?.textContent).toContain("The test is at Spare 2, locked");
  expect(screen.getByText("No spare computer is on the line")).toBeTruthy();
});
