import { describe, expect, test } from "vitest";
import type { Actor, Role } from "../people/actor.ts";
import { instant } from "../time/time.ts";
import { type AsideChoice, decideAside, mayDecideAside } from "./decide-aside.ts";
import type { QuestionAside, WrittenAnswer } from "./set-aside.ts";

const answer = (position: number): WrittenAnswer => ({
  position,
  from: "stranded",
  desk: 1,
  response: { RESPONSE: ["a"] },
  writtenAt: instant(1),
  receivedAt: instant(2),
  inTime: true,
});
const question = (over: Partial<QuestionAside> = {}): QuestionAside => ({
  number: 7,
  item: "q7",
  counted: null,
  aside: [answer(3), answer(5)],
  ruling: null,
  marked: null,
  open: true,
  proposed: 3,
  ...over,
});

describe("what choices decide", () => {
  const decided = question({ open: false, marked: 3 });
  test.each<[string, QuestionAside, AsideChoice, readonly AsideChoice[] | null]>([
    ["an answer set aside is chosen", question(), { number: 7, position: 5 }, [{ number: 7, position: 5 }]],
    ["what stood is kept", question(), { number: 7, position: null }, [{ number: 7, position: null }]],
    ["another is chosen than before", decided, { number: 7, position: 5 }, [{ number: 7, position: 5 }]],
    ["the same is chosen again", decided, { number: 7, position: 3 }, []],
    [
      "the same, after more has come",
      { ...decided, open: true },
      { number: 7, position: 3 },
      [{ number: 7, position: 3 }],
    ],
    ["an answer that is none of its own", question(), { number: 7, position: 4 }, null],
    ["a question with nothing set aside", question(), { number: 8, position: null }, null],
  ])("%s", (_what, asked, choice, changed) => {
    const decision = decideAside([asked], [choice]);
    expect(decision.ok ? decision.changed : null).toEqual(changed);
  });
});

describe("who may decide, and when", () => {
  const centre = "centre";
  const as = (role: Role, affiliations: readonly string[] = []): Actor => ({
    kind: "staff",
    id: "id",
    name: "Somebody",
    roles: [{ role, centreId: null }],
    affiliations,
  });
  test.each<[string, Actor | null, "closed" | "running" | "voided", boolean, string | null]>([
    ["an awarder, once the test has ended", as("awarder"), "closed", false, null],
    ["a senior examiner", as("senior-examiner"), "closed", false, null],
    ["an administrator", as("administrator"), "closed", false, null],
    ["not while the test goes on", as("awarder"), "running", false, "too-early"],
    ["not about a void test", as("awarder"), "voided", false, "not-from-here"],
    ["not after the release", as("awarder"), "closed", true, "result-released"],
    ["not an invigilator", as("invigilator"), "closed", false, "not-allowed"],
    ["nobody connected with the centre", as("awarder", [centre]), "closed", false, "connected-with-centre"],
    ["nobody who is not signed in", null, "closed", false, "not-signed-in"],
  ])("%s", (_what, actor, phase, isReleased, refusal) => {
    const no = mayDecideAside(actor, { attempt: { phase, centreId: centre }, isReleased });
    expect(no?.refusal ?? null).toBe(refusal);
  });
});
