import { describe, expect, test } from "vitest";
import type { Unable } from "../exam/attempt/entry.ts";
import { after, type Duration, duration, instant, seconds } from "../exam/time/time.ts";
import { type Ability, type Able, ableToWork } from "./able-to-work.ts";

const nine = instant(Date.parse("2026-11-23T09:00:00Z"));
const at = (s: number) => after(nine, seconds(s));

/** A page whose clocks are turned by hand; `kept` is what an earlier page of this computer left. */
function aPage({ kept = null as Able | null, wallAhead = 0 } = {}) {
  const reports: Unable[] = [];
  let now = 0;
  let wall = nine + wallAhead;
  const page = { ability: "able" as Ability, lease: "l1", hidden: false };
  const watch = ableToWork({
    timers: { now: () => now, wall: () => wall },
    ability: () => page.ability,
    lease: () => page.lease,
    isHidden: () => page.hidden,
    report: (unable) => reports.push(unable),
  });
  const turn = (by: number) => {
    now += by;
    wall += by;
  };
  watch.resume(kept);
  return {
    page,
    watch,
    reports,
    /** The page at work: it looks several times a second. */
    work(length: Duration) {
      for (let passed = 0; passed < length; passed += 250) {
        turn(250);
        watch.tick();
      }
    },
    /** Nothing runs in the page meanwhile. */
    stands(length: Duration) {
      turn(length);
      watch.tick();
    },
    /** The monotonic clock stands, the server's goes on. */
    sleeps(length: Duration) {
      wall += length;
      watch.tick();
    },
    turn,
  };
}

/** The server spoke at nine, the learner worked for ten seconds, and then the computer slept. */
function aSleeper(length: Duration, before: Ability = "able") {
  const sleeper = aPage();
  sleeper.watch.serverSaid(nine);
  sleeper.page.ability = before;
  sleeper.work(seconds(10));
  sleeper.sleeps(length);
  return sleeper;
}

const slept = (from: number, to: number) => ({ cause: "asleep", from: at(from), to: at(to), sure: true });

describe("whether a computer can be worked on", () => {
  test("a page at work reports nothing, with or without the server", () => {
    const { watch, work, reports } = aPage();
    watch.serverSaid(nine);
    work(seconds(120));
    expect(reports).toEqual([]);
  });

  test("a page that stood still says from when to when", () => {
    const { watch, work, stands, reports } = aPage();
    watch.serverSaid(nine);
    work(seconds(10));
    stands(seconds(20));
    work(seconds(10));
    expect(reports).toEqual([{ cause: "frozen", from: at(10), to: at(30), sure: true }]);
  });

  test("a page out of sight is let rest, and that is nobody's loss", () => {
    const { watch, work, stands, page, reports } = aPage();
    watch.serverSaid(nine);
    work(seconds(10));
    page.hidden = true;
    stands(seconds(60));
    page.hidden = false;
    work(seconds(5));
    expect(reports).toEqual([]);
  });

  test("a screen without a question is a loss when it is over, and while it lasts it is one loss", () => {
    const { watch, work, page, reports } = aPage();
    watch.serverSaid(nine);
    work(seconds(10));
    page.ability = "unable";
    work(seconds(30));
    expect(reports).toEqual([]);
    page.ability = "able";
    work(seconds(1));
    expect(reports).toMatchObject([{ cause: "blocked", from: at(10), sure: true }]);
    expect((reports[0]?.to ?? 0) - at(40)).toBeLessThanOrEqual(250);
  });

  test("while the clock stands there is nothing to lose", () => {
    const { watch, work, page, reports } = aPage();
    watch.serverSaid(nine);
    work(seconds(10));
    page.ability = "standing";
    work(seconds(600));
    page.ability = "able";
    work(seconds(10));
    expect(reports).toEqual([]);
  });

  test("a restart is told from the last sign of life to the next question on the screen", () => {
    const { watch, work, page, turn, reports } = aPage({
      kept: { at: nine, wall: nine, lease: "l1" },
      wallAhead: 90_000,
    });
    page.ability = "unable";
    turn(2_000);
    watch.serverSaid(at(92));
    work(seconds(3));
    page.ability = "able";
    work(seconds(1));
    expect(reports).toMatchObject([{ cause: "reloaded", from: nine, sure: true }]);
    expect((reports[0]?.to ?? 0) - at(95)).toBeLessThanOrEqual(250);
  });

  test("a restart without a server is told by the computer's own clock, and said to be", () => {
    const { work, reports } = aPage({ kept: { at: nine, wall: nine, lease: "l1" }, wallAhead: 90_000 });
    work(seconds(1));
    expect(reports).toEqual([{ cause: "reloaded", from: nine, to: duration(at(90) + 250), sure: false }]);
  });

  test("what another turn at this attempt took is not this computer's to tell", () => {
    const { watch, work, reports } = aPage({ kept: { at: nine, wall: nine, lease: "before" }, wallAhead: 900_000 });
    watch.serverSaid(at(900));
    work(seconds(5));
    expect(reports).toEqual([]);
  });

  test("a computer that slept learns from the server how long", () => {
    const { watch, work, reports } = aSleeper(seconds(300));
    watch.serverSaid(at(310));
    work(seconds(1));
    expect(reports).toMatchObject([{ cause: "asleep", from: at(10) }]);
  });

  test("a sleep the server tells of only after work without a network is told from where it was, not from where it was heard of", () => {
    const { watch, work, reports } = aSleeper(seconds(20));
    work(seconds(40));
    watch.serverSaid(at(70));
    work(seconds(1));
    expect(reports).toEqual([slept(10, 30)]);
  });

  test("a sleep is told from where it was also where the server had spoken just before", () => {
    const { watch, work, sleeps, reports } = aPage();
    watch.serverSaid(nine);
    work(seconds(10));
    watch.serverSaid(at(10));
    sleeps(seconds(20));
    work(seconds(40));
    watch.serverSaid(at(70));
    work(seconds(1));
    expect(reports).toEqual([slept(10, 30)]);
  });

  test("two sleeps with work between them are two losses", () => {
    const { watch, work, sleeps, reports } = aSleeper(seconds(20));
    work(seconds(40));
    sleeps(seconds(60));
    work(seconds(5));
    watch.serverSaid(at(135));
    work(seconds(1));
    expect(reports).toEqual([slept(10, 30), slept(70, 130)]);
  });

  test("a sleep is told from where it was also by a page that was loaded anew before the server had spoken", () => {
    const { watch, work } = aSleeper(seconds(20));
    work(seconds(1));
    const next = aPage({ kept: watch.kept(), wallAhead: seconds(31) });
    next.work(seconds(5));
    next.watch.serverSaid(at(36));
    next.work(seconds(1));
    expect(next.reports).toEqual([slept(10, 30)]);
  });

  test("a sleep is told from where it was also where the answer to a question from before it comes first, and the clock stood by the next word", () => {
    const { watch, work, page, reports } = aSleeper(seconds(20));
    watch.serverSaid(at(10), 9_900);
    work(seconds(1));
    watch.serverSaid(at(31));
    page.ability = "standing";
    work(seconds(60));
    page.ability = "able";
    work(seconds(1));
    expect(reports).toEqual([slept(10, 30)]);
  });

  test("a sleep is told from where it was also where news from while it lasted is read first", () => {
    const { watch, work, reports } = aSleeper(seconds(40));
    watch.serverSaid(at(15));
    work(seconds(1));
    watch.serverSaid(at(51), 11_000);
    work(seconds(1));
    expect(reports).toEqual([slept(10, 50)]);
  });

  test("a sleep is told from where it was also by a page that was loaded anew after long work without a network, as the server speaks at last", () => {
    const { watch, work } = aSleeper(seconds(20));
    work(seconds(60));
    const next = aPage({ kept: watch.kept(), wallAhead: seconds(96) });
    next.watch.serverSaid(at(96), 0);
    next.work(seconds(1));
    expect(next.reports).toEqual([slept(10, 30), { cause: "reloaded", from: at(90), to: at(96.25), sure: true }]);
  });

  test("a sleep is told from where it was also by a page that was loaded anew in a pause that came meanwhile", () => {
    const { watch, work, page } = aSleeper(seconds(20));
    work(seconds(1));
    watch.serverSaid(at(31));
    page.ability = "standing";
    work(seconds(60));
    const next = aPage({ kept: watch.kept(), wallAhead: seconds(91) });
    next.page.ability = "standing";
    next.watch.serverSaid(at(91));
    next.work(seconds(5));
    next.page.ability = "able";
    next.work(seconds(1));
    expect(next.reports[0]).toEqual(slept(10, 30));
  });

  test("a sleep before a time in which nothing could be done is told apart from that", () => {
    const { watch, work, page, reports } = aSleeper(seconds(20));
    work(seconds(10));
    page.ability = "unable";
    work(seconds(5));
    watch.serverSaid(at(45));
    page.ability = "able";
    work(seconds(1));
    expect(reports).toEqual([slept(10, 30), { cause: "blocked", from: at(40), to: at(45.25), sure: true }]);
  });

  test("no stretch ends before it begins, though the leaps come to more than the server knows", () => {
    const { watch, work, sleeps, reports } = aSleeper(seconds(60));
    work(seconds(1));
    sleeps(seconds(4));
    work(seconds(1));
    watch.serverSaid(at(69), 12_000);
    work(seconds(1));
    expect(reports.map(({ from, to }) => to > from)).not.toContain(false);
    expect(reports[0]).toEqual(slept(10, 67));
  });

  test("a computer whose clock was set without a sleep has lost nothing, and a sleep later is told as the server knows it", () => {
    const { watch, work, sleeps, reports } = aPage();
    watch.serverSaid(nine);
    work(seconds(10));
    // To this computer a clock that is put on looks as a sleep does.
    sleeps(seconds(3_600));
    work(seconds(40));
    watch.serverSaid(at(50), 50_000);
    work(seconds(10));
    expect(reports).toEqual([]);
    watch.serverSaid(at(90));
    work(seconds(1));
    expect(reports).toEqual([slept(60, 90.25)]);
  });

  test.each([
    ["after which the clock stood", "able", "standing"],
    ["in which the clock went on", "standing", "able"],
  ] as const)(
    "a sleep %s is told when there is work again, and the server knows which part of it ran",
    (_which, before, after) => {
      const { watch, work, page, reports } = aSleeper(seconds(20), before);
      work(seconds(1));
      watch.serverSaid(at(31));
      page.ability = after;
      work(seconds(60));
      page.ability = "able";
      work(seconds(1));
      expect(reports).toEqual([slept(10, 30)]);
    },
  );

  test("a second sleep, in the pause after a first one, takes nothing away from that", () => {
    const { watch, work, sleeps, page, reports } = aSleeper(seconds(20));
    work(seconds(1));
    watch.serverSaid(at(31));
    page.ability = "standing";
    work(seconds(10));
    sleeps(seconds(100));
    work(seconds(1));
    watch.serverSaid(at(142));
    work(seconds(1));
    page.ability = "able";
    work(seconds(1));
    expect(reports).toEqual([slept(10, 30)]);
  });

  test("a sleep right after what ran unseen is told apart from that", () => {
    const { watch, work, sleeps, page, reports } = aPage();
    watch.serverSaid(nine);
    page.ability = "standing";
    work(seconds(20));
    page.ability = "able";
    watch.serverSaid(at(20));
    watch.ranUnseen(seconds(18));
    sleeps(seconds(30));
    watch.serverSaid(at(50));
    work(seconds(1));
    expect(reports).toEqual([{ cause: "blocked", from: at(2), to: at(20), sure: true }, slept(20, 50)]);
  });

  test("a sleep in a break is nobody's loss", () => {
    const { watch, work, page, reports } = aSleeper(seconds(600), "standing");
    work(seconds(1));
    watch.serverSaid(at(611));
    work(seconds(10));
    page.ability = "able";
    work(seconds(1));
    expect(reports).toEqual([]);
  });

  test("what ran unseen is told also by a page that is loaded anew, without the server, before it was", () => {
    const { watch, work, page } = aPage();
    page.ability = "standing";
    watch.serverSaid(nine);
    work(seconds(100));
    watch.serverSaid(at(100));
    watch.ranUnseen(seconds(40));
    const next = aPage({ kept: watch.kept(), wallAhead: seconds(100) });
    next.work(seconds(1));
    expect(next.reports).toEqual([{ cause: "reloaded", from: at(60), to: at(100.25), sure: false }]);
  });

  test("what ran before a page that knew nothing of it is told, also by one that has just been loaded and kept no sign of life", () => {
    const { watch, work, reports } = aPage();
    watch.serverSaid(at(60));
    watch.ranUnseen(seconds(58));
    work(seconds(1));
    expect(reports).toEqual([{ cause: "blocked", from: at(2), to: at(60.25), sure: true }]);
  });

  test("what ran under another seat is not this one's to tell", () => {
    const { watch, work, page, reports } = aPage();
    watch.serverSaid(nine);
    work(seconds(10));
    page.lease = "l2";
    watch.ranUnseen(seconds(8));
    work(seconds(1));
    expect(reports).toEqual([]);
  });

  test("a clock that was put on and back again tells nothing of where a sleep was", () => {
    const { watch, work, sleeps, reports } = aSleeper(seconds(3_600));
    work(seconds(10));
    sleeps(duration(-seconds(3_580)));
    work(seconds(10));
    watch.serverSaid(at(50));
    work(seconds(1));
    expect(reports).toEqual([slept(30, 50.25)]);
  });

  test("a slow network is no sleep", () => {
    const { watch, work, reports } = aPage();
    watch.serverSaid(nine);
    work(seconds(10));
    watch.serverSaid(at(19));
    work(seconds(1));
    expect(reports).toEqual([]);
  });

  test("opening the test for the first time slowly is a screen without a question", () => {
    const { watch, work, page, reports } = aPage();
    watch.serverSaid(nine);
    page.ability = "standing";
    work(seconds(60));
    page.ability = "unable";
    work(seconds(12));
    page.ability = "able";
    work(seconds(1));
    expect(reports).toMatchObject([{ cause: "blocked", from: at(60) }]);
  });
});
