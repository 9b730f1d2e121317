import { expect, test } from "vitest";
import { after, minutes } from "../time/time.ts";
import { nine } from "./seat.fixture.ts";
import { sittingsByDay, sittingsMatching } from "./sitting-list.ts";

const sitting = (hours: number, phase: "planned" | "open" | "ended" = "planned", room = "B12") => ({
  startsAt: after(nine, minutes(hours * 60)),
  phase,
  title: "Unit 1",
  centre: "Northgate College",
  room,
});

test("today comes in the order of the day, then the soonest, then the latest past one", () => {
  const days = sittingsByDay(
    [sitting(48), sitting(-48), sitting(4), sitting(24), sitting(-24), sitting(0), sitting(-72, "open")],
    nine,
    (at) => String(Math.floor(at / 86_400_000)),
  );
  const hours = (list: readonly { startsAt: number }[]) => list.map(({ startsAt }) => (startsAt - nine) / 3_600_000);
  expect({ today: hours(days.today), coming: hours(days.coming), past: hours(days.past) }).toEqual({
    today: [-72, 0, 4],
    coming: [24, 48],
    past: [-24, -48],
  });
});

test("a sitting is found by test, centre and room together", () => {
  const all = [sitting(1), sitting(2, "planned", "Hall")];
  expect(sittingsMatching(all, "northgate hall")).toEqual([all[1]]);
  expect(sittingsMatching(all, " ")).toEqual(all);
});
