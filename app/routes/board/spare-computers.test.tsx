// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeAll, expect, test } from "vitest";
import { refused } from "../../exam/people/refusals.ts";
import type { ToldSpareCode } from "./hold-copies.ts";
import { SpareComputers } from "./spare-computers.tsx";
import { CopiesContext } from "./use-room-copies.ts";

beforeAll(() => {
  HTMLDialogElement.prototype.showModal = function show() {
    this.open = true;
  };
});
afterEach(cleanup);

const askedForSpares = async (spareCode: ToldSpareCode | null) => {
  const copies = { copies: new Map(), spares: [], spareCode, handOver: () => false };
  render(
    <CopiesContext.Provider value={copies}>
      <SpareComputers seats={[]} />
    </CopiesContext.Provider>,
  );
  await userEvent.click(screen.getByRole("button", { name: "Spare computers" }));
  return screen.getByRole("region", { name: "Make a computer a spare" }).textContent;
};

test.each<[string, ToldSpareCode | null, RegExp]>([
  ["the code that the server gave", { ok: true, spareCode: "K7M-2QX" }, /type:K7M-2QX/],
  ["why there is none, where the server says no", refused("not-allowed"), /^No computer can be made a spare here/],
  ["that the code comes with the server, until it has answered", null, /as soon as the server is reached/],
])("an invigilator who wants a spare computer reads %s", async (_what, spareCode, words) => {
  expect(await askedForSpares(spareCode)).toMatch(words);
});
