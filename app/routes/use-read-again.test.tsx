// @vitest-environment jsdom
import { act, cleanup, render, screen } from "@testing-library/react";
import { createMemoryRouter, RouterProvider } from "react-router-dom";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { useReadAgain } from "./use-read-again.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "performance"] }));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function Page() {
  const read = useReadAgain<string>({ href: "/room", every: 2_000, isWanted: () => true });
  return <output>{read === undefined ? "not read yet" : (read ?? "the reading failed")}</output>;
}

/** A page that is read again, with what each reading comes to. */
async function aPage(readings: readonly (() => Promise<string | null>)[]) {
  let begun = 0;
  const loader = () => {
    begun += 1;
    return readings[Math.min(begun, readings.length) - 1]?.() ?? null;
  };
  const router = createMemoryRouter(
    [
      { path: "/", element: <Page /> },
      { path: "/room", loader, element: null },
    ],
    { future: { v7_fetcherPersist: true } },
  );
  render(<RouterProvider router={router} />);
  return {
    pass: (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds)),
    begun: () => begun,
    shown: () => screen.getByRole("status").textContent,
  };
}

test("a page is read again by the clock, and one reading after the other", async () => {
  const { pass, begun, shown } = await aPage([async () => "first", async () => null, async () => "third"]);
  expect(shown()).toBe("not read yet");
  await pass(2_000);
  await vi.waitFor(() => expect(shown()).toBe("first"));
  await pass(2_000);
  await vi.waitFor(() => expect(shown()).toBe("the reading failed"));
  await pass(2_000);
  await vi.waitFor(() => expect(shown()).toBe("third"));
  expect(begun()).toBe(3);
});

test("a reading that hangs holds up no other for longer than ten seconds", async () => {
  const { pass, begun, shown } = await aPage([() => new Promise(() => {}), async () => "second"]);
  await pass(2_000);
  await pass(8_000);
  expect(begun()).toBe(1);
  await pass(2_000);
  await vi.waitFor(() => expect(shown()).toBe("second"));
  expect(begun()).toBe(2);
});
