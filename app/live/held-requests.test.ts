import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { instant } from "../exam/time/time.ts";
import type { AttemptState } from "./contract.ts";
import { heldRequests } from "./held-requests.ts";

beforeEach(() => void vi.useFakeTimers({ now: 0 }));
afterEach(() => void vi.useRealTimers());

const a1 = { attempt: "a1", phase: "paused" } as AttemptState;
const announced = { id: "n1", text: "Ten minutes are left.", at: instant(0) };

const asking = { tokenHash: "sign-in", attemptId: "a1", sittingId: "s1" };

/** A learner whose page is known here, and what it has heard. */
function aPage(process = "p1") {
  const requests = heldRequests({ clock: { now: () => instant(Date.now()) }, process });
  requests.looked(asking);
  /** Null while it is kept waiting. */
  const ask = (heard: unknown) => {
    let answer: unknown = null;
    void requests.news(asking, heard).then((news) => {
      answer = news ?? "look";
    });
    return async () => {
      await vi.advanceTimersByTimeAsync(0);
      return answer;
    };
  };
  return { requests, ask };
}

test("a page that has heard all there was is kept waiting, and told in the moment in which there is news", async () => {
  const { requests, ask } = aPage();
  const answer = ask({ heard: { p1: 0 } });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await answer()).toBe(null);
  requests.attempt({ ...a1, attempt: "a2" });
  requests.announcement("s2", announced);
  expect(await answer()).toBe(null);
  requests.attempt(a1);
  expect(await answer()).toEqual({ ok: true, state: a1, announcements: [], heard: { p1: 1 } });
  const next = ask({ heard: { p1: 1 } });
  requests.announcement("s1", announced);
  expect(await next()).toEqual({ ok: true, state: null, announcements: [announced], heard: { p1: 2 } });
});

test("what was told while a page was between two requests, it finds by looking", async () => {
  const { requests, ask } = aPage();
  requests.attempt(a1);
  expect(await ask({ heard: { p1: 0 } })()).toBe("look");
  expect(requests.heardNow(asking)).toEqual({ p1: 1 });
});

test("without news it looks four seconds after it last did, so that the board knows that it is there", async () => {
  const { requests, ask } = aPage();
  await vi.advanceTimersByTimeAsync(1_500);
  const answer = ask({ heard: { p1: 0 } });
  await vi.advanceTimersByTimeAsync(2_400);
  expect(await answer()).toBe(null);
  await vi.advanceTimersByTimeAsync(100);
  expect(await answer()).toBe("look");
  expect(await ask({ heard: { p1: 0 } })()).toBe("look");
  requests.looked(asking);
  expect(await ask({ heard: { p1: 0 } })()).toBe(null);
});

test.each([
  ["has said nothing of what it heard", undefined],
  ["has heard another process", { heard: { p2: 0 } }],
  ["sends what nobody can read", { heard: { p1: "0" } }],
  ["sends nothing at all", null],
])("a page that %s looks at once", async (_, message) => {
  const { ask } = aPage();
  expect(await ask(message)()).toBe("look");
});

test("a page that nobody knows here yet looks at once, and is kept waiting from then on", async () => {
  const { requests } = aPage();
  const another = { ...asking, tokenHash: "another" };
  expect(await requests.news(another, { heard: { p1: 0 } })).toBe(null);
  const heard = requests.heardNow(another);
  requests.looked(another);
  const news = requests.news(another, { heard });
  requests.attempt(a1);
  expect(await news).toMatchObject({ ok: true, state: a1 });
});

test("of one page only the last request is kept", async () => {
  const { requests, ask } = aPage();
  const first = ask({ heard: { p1: 0 } });
  const second = ask({ heard: { p1: 0 } });
  expect(await first()).toBe("look");
  requests.attempt(a1);
  expect(await second()).toMatchObject({ ok: true, state: a1 });
});

test("who is signed out looks at once, and is refused", async () => {
  const { requests, ask } = aPage();
  const answer = ask({ heard: { p1: 0 } });
  requests.signedOut(["sign-in"]);
  expect(await answer()).toBe("look");
  expect(requests.signedIn()).toEqual([]);
});

test("a process that stops keeps nobody waiting", async () => {
  const { requests, ask } = aPage();
  const answer = ask({ heard: { p1: 0 } });
  requests.letGo();
  expect(await answer()).toBe("look");
  expect(await ask({ heard: { p1: 0 } })()).toBe("look");
  expect(requests.heardNow(asking)).toBe(null);
});

test("a page that has not asked for twelve seconds is told nothing here any longer", async () => {
  const { requests } = aPage();
  expect(requests.held()).toEqual({ s1: ["a1"] });
  await vi.advanceTimersByTimeAsync(12_001);
  expect(requests.held()).toEqual({});
});

test("a page of another test than that of whoever is signed in is told apart, and one that names none is theirs", () => {
  const { requests } = aPage();
  expect(requests.isOf(asking, { attempt: "a2", heard: { p1: 0 } })).toBe(false);
  expect(requests.isOf(asking, { attempt: "a1", heard: { p1: 0 } })).toBe(true);
  expect(requests.isOf(asking, { heard: { p1: 0 } })).toBe(true);
});
