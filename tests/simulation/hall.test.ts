import { describe, expect, test } from "vitest";
import { seconds } from "../../app/exam/time/time.ts";
import { aHall } from "./hall.ts";

const learners = 1_000;
/** What it takes the server to let in, seat and hear so many one after the other is 17.5 seconds. */
const soon = seconds(20);

describe.each([1, 2, 3])("a thousand learners at a server that lets in one after the other, seed %d", (seed) => {
  test("all come in about as soon as it can seat them, and again when it has been started anew", async () => {
    const hall = aHall(learners, seed * 7_919);
    const opened = await hall.safeAfter(soon);
    hall.serverStartsAgain();
    const cameBack = await hall.safeAfter(soon);
    expect({ opened: opened.safe, cameBack: cameBack.safe }).toEqual({ opened: learners, cameBack: learners });
  });

  test("a server that is killed while they are still coming in is as quick with them", async () => {
    const hall = aHall(learners, seed * 7_919);
    await hall.safeAfter(seconds(6));
    hall.serverStartsAgain();
    expect((await hall.safeAfter(soon)).safe).toBe(learners);
  });
});
