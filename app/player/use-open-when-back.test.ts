import { expect, test } from "vitest";
import { turnedClock } from "./turned-clock.ts";
import { untilBack } from "./use-open-when-back.ts";

/** A page that could not come, and its server: away, busy, or there. */
function aPage() {
  const timers = turnedClock();
  let server: "away" | "busy" | "there" = "away";
  let asked = 0;
  let opened = 0;
  const stop = untilBack({
    timers,
    async reach() {
      asked += 1;
      if (server === "away") throw new Error("nobody there");
      return { busy: server === "busy" };
    },
    back() {
      opened += 1;
    },
  });
  return { pass: timers.pass, stop, become: (now: typeof server) => (server = now), seen: () => ({ asked, opened }) };
}

test("a page without a test opens by itself once the server is there again and has time, and asks no more", async () => {
  const page = aPage();
  await page.pass(60_000);
  expect(page.seen()).toMatchObject({ opened: 0 });
  page.become("busy");
  await page.pass(60_000);
  expect(page.seen()).toMatchObject({ opened: 0 });
  page.become("there");
  await page.pass(8_000);
  expect(page.seen()).toMatchObject({ opened: 1 });
  const { asked } = page.seen();
  await page.pass(60_000);
  expect(page.seen()).toEqual({ asked, opened: 1 });
});

test("the server is asked for every few seconds and not more often, and not at all once the page is left", async () => {
  const page = aPage();
  await page.pass(60_000);
  const { asked } = page.seen();
  expect(asked).toBeGreaterThanOrEqual(7);
  expect(asked).toBeLessThanOrEqual(24);
  page.stop();
  await page.pass(60_000);
  expect(page.seen()).toEqual({ asked, opened: 0 });
});
