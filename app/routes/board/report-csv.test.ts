import { expect, test } from "vitest";
import { nothingAside } from "../../exam/invigilation/aside-seat.ts";
import { aSeat, nine } from "../../exam/invigilation/seat.fixture.ts";
import { after, minutes, none } from "../../exam/time/time.ts";
import type { Seat } from "../../live/contract.ts";
import { type Report, reportCsv, reportFile } from "./report-csv.ts";
import { actionWords, detailWords, startTimes } from "./report-words.ts";

const seat: Seat = {
  ...aSeat({ register: "late", phase: "closed", closed: { at: after(nine, minutes(80)), reason: "submitted" } }),
  setAside: nothingAside,
  arrivedAt: after(nine, minutes(4)),
  allowance: minutes(75),
  granted: none,
  answered: 22,
  flagged: 0,
  items: 24,
  lostTime: none,
  arrangements: [],
  incidents: 0,
  moves: 0,
  receipt: "K7QP-2M",
};

const done = (action: string, at: number, who: string | null, detail = {}) => ({
  at: after(nine, minutes(at)),
  actorName: "Ines Okafor",
  role: "invigilator",
  action,
  who,
  why: null,
  detail,
});

const report: Report = {
  sitting: {
    id: "s",
    title: "Unit 1",
    centre: "Northgate",
    room: "Room B12",
    startsAt: nine,
    minutes: 75,
    phase: "ended",
    evacuatedAt: null,
    invigilators: [],
    log: { latest: [], earlier: 0 },
  },
  register: [seat],
  incidents: [
    {
      id: "i1",
      type: "technical",
      startedAt: after(nine, minutes(9)),
      endedAt: null,
      narrative: '=HYPERLINK("bad")',
      byName: "Ines Okafor",
      at: after(nine, minutes(10)),
      who: "Ada Byron (seat A1)",
    },
  ],
  announcements: [{ id: "a", at: after(nine, minutes(30)), text: "The time is 09:30." }],
  lostTime: [
    {
      attempt: "a1",
      seat: "3",
      name: "Ada Byron",
      candidateNumber: "0001",
      phase: "running",
      lost: minutes(2),
      proposed: none,
      madeUp: minutes(2),
      stretches: [
        {
          id: "l:1",
          kind: "reloaded",
          from: after(nine, minutes(10)),
          to: after(nine, minutes(12)),
          lost: minutes(2),
          sure: true,
          madeUp: true,
        },
      ],
      given: [
        {
          source: "lost-time",
          amount: minutes(2),
          at: after(nine, minutes(13)),
          by: "Ines",
          why: "Computer restarted",
        },
      ],
    },
  ],
  audit: [
    done("start all", 5, "Ada Byron (seat A1)"),
    done("grant time", 20, "Ada Byron (seat A1)", { minutes: 5 }),
    done("start", 40, "Ada Byron (seat A1)"),
  ],
};

test("the spreadsheet of a sitting has the register, incidents, announcements and every action, with their times", () => {
  const lines = reportCsv(report).split("\r\n");
  expect(lines[0]).toBe("sitting,line,date,from,until,learner,candidate number,what,by,why");
  expect(lines[1]).toBe(
    '"Unit 1, Room B12",register,2026-11-23,09:05:00,10:20:00,Ada Byron (seat A1),0001,"Present, late; Handed in; 22 of 24 answered",,receipt K7QP-2M',
  );
  expect(lines.slice(1).map((line) => line.split('",')[1]?.split(",")[0])).toEqual([
    "register",
    "lost time",
    "time given",
    "incident",
    "announcement",
    "action",
    "action",
    "action",
  ]);
  expect(lines[2]).toContain('2026-11-23,09:10:00,09:12:00,Ada Byron (seat 3),0001,"Page opened again or computer');
  expect(lines[3]).toContain("09:13:00,,Ada Byron (seat 3),0001,2 min for lost time,Ines,Computer restarted");
  expect(lines[7]).toContain("Extra time given: 5 minutes");
});

test("what somebody wrote is never a formula in the spreadsheet", () => {
  expect(reportCsv(report)).toContain("'=HYPERLINK");
});

test("a test started once, however often the log says so", () => {
  expect(startTimes(report.audit)).toEqual(new Map([["Ada Byron (seat A1)", after(nine, minutes(5))]]));
});

test("the log is read in plain words", () => {
  expect(actionWords("move to another machine")).toBe("Moved to another computer");
  expect(detailWords({ detail: { cause: "evacuation" } })).toBe("Evacuated");
  expect(detailWords({ detail: { register: "very-late" } })).toBe("Present, very late");
});

test("the file is named for the day and the room", () => {
  expect(reportFile(report.sitting)).toBe("sitting-2026-11-23-room-b12.csv");
});
