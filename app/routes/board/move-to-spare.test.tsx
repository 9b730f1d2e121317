// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { aBoardSeat } from "../../live/board.fixture.ts";
import { MoveToSpare } from "./move-to-spare.tsx";
import { CopiesContext } from "./use-room-copies.ts";

afterEach(cleanup);

const seat = aBoardSeat({ phase: "running" });

test("a spare computer that is free is proposed before one where another learner's test waits for its slip", async () => {
  const copies = {
    copies: new Map([[seat.attempt, { at: 0, live: false }]]),
    spares: [
      { peer: "one", name: "Spare 1", stage: "slip" as const, attempt: "another learner's" },
      { peer: "two", name: "Spare 2", stage: "waiting" as const, attempt: null },
    ],
    spareCode: null,
    handOver: () => true,
  };
  render(
    <CopiesContext.Provider value={copies}>
      <MoveToSpare seat={seat} cutOff />
    </CopiesContext.Provider>,
  );
  await userEvent.click(screen.getByText("Go on at a spare computer"));
  expect(screen.getByRole<HTMLInputElement>("radio", { name: "Spare 2" }).checked).toBe(true);
});
