import { expect, test } from "vitest";
import { instant } from "../exam/time/time.ts";
import { atFirst, type Snapshot } from "./snapshot.ts";
import { told } from "./told.ts";

const words = (id: string) => ({ id, text: `Announcement ${id}`, at: instant(0) });

function aPage() {
  let snapshot: Snapshot = atFirst;
  const news = told({
    snapshot: () => snapshot,
    show: (change) => {
      snapshot = { ...snapshot, ...change };
    },
  });
  return { news, shown: () => snapshot.announcements.map(({ id }) => id), spoken: () => snapshot.spoken?.words };
}

test("an announcement that comes while the seat is asked for stays, though the answer does not know it yet", () => {
  const { news, shown, spoken } = aPage();
  news.add(words("2"));
  news.replace([words("1")]);
  expect(shown()).toEqual(["1", "2"]);
  expect(spoken()).toBe("Announcement 2");
  news.replace([words("1"), words("2")]);
  expect(shown()).toEqual(["1", "2"]);
});

test("what the learner has put away does not come back with the next answer", () => {
  const { news, shown } = aPage();
  news.replace([words("1"), words("2")]);
  news.dismiss("1");
  news.replace([words("1"), words("2")]);
  expect(shown()).toEqual(["2"]);
});
