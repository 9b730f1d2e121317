import { expect, test } from "vitest";
import { after, type Instant, instant, seconds } from "../exam/time/time.ts";
import { presence } from "./presence.ts";

function room() {
  let now: Instant = instant(1_000_000);
  const here = presence({ now: () => now });
  return {
    here,
    pass: (count: number) => {
      now = after(now, seconds(count));
    },
    of: (attempt: string, lastSeenAt: Instant | null = null) => here.of(attempt, lastSeenAt, now),
  };
}
const held = { attemptId: "a", sittingId: "s" };

test("a learner is connected as long as one of their lines is open, and lost when the last one breaks", () => {
  const { here, of } = room();
  here.arrive(held);
  here.arrive(held);
  here.leave("a");
  expect([of("a"), here.here()]).toEqual(["connected", { s: ["a"] }]);
  here.leave("a");
  expect([of("a", instant(999_000)), here.here()]).toEqual(["lost", {}]);
});

test("a learner whose line ends at another process is connected here too, until that process says otherwise", () => {
  const { here, of } = room();
  expect(here.heard("p2", { s: ["a", "b"] })).toEqual([held, { attemptId: "b", sittingId: "s" }]);
  expect(of("a")).toBe("connected");
  expect(here.heard("p2", { s: ["b"] })).toEqual([held]);
  expect(of("a", instant(999_000))).toBe("lost");
});

test("a process that is not heard for twelve seconds holds nobody", () => {
  const { here, of, pass } = room();
  here.heard("p2", { s: ["a"] });
  pass(11);
  expect(of("a", instant(900_000))).toBe("connected");
  pass(1);
  expect(of("a", instant(900_000))).toBe("lost");
});

test("a learner who goes from one process to another is at no moment called lost", () => {
  const { here, of } = room();
  here.heard("p1", { s: ["a"] });
  here.heard("p2", { s: ["a"] });
  here.heard("p1", {});
  expect(of("a", instant(999_000))).toBe("connected");
  here.arrive(held);
  here.heard("p2", {});
  expect(of("a", instant(999_000))).toBe("connected");
});

test("while another process cannot be heard, what it wrote in the database says who is there", () => {
  const { of, pass } = room();
  pass(1);
  expect([of("a", instant(1_000_000)), of("a")]).toEqual(["connected", "none"]);
});
