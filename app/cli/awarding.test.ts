import { Command, CommanderError } from "commander";
import { expect, test } from "vitest";
import { awardingCommands } from "./awarding.ts";

function run(line: string) {
  const said = { out: "", err: "", exit: 0 };
  const program = new Command("examhall").exitOverride().configureOutput({
    writeOut: (text) => {
      said.out += text;
    },
    writeErr: (text) => {
      said.err += text;
    },
  });
  awardingCommands(program, () => "2026-11-23");
  try {
    program.parse(line.split(" "), { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    said.exit = error.exitCode;
  }
  return said;
}

test.each([
  ["P,M,D,D", { points: 104, grade: "M" }],
  ["P,P,P,P", { points: 64, grade: "P" }],
  ["p,m,m,m", { points: 88, grade: "M" }],
  ["M,D,U,D", { points: 88, grade: "U" }],
  ["-,D,D,D", { points: null, grade: null, missing: ["1"] }],
])("unit grades %s give the qualification grade", (units, expected) => {
  const { out, err, exit } = run(`grade --units ${units} --json`);
  expect([JSON.parse(out), err, exit]).toEqual([expected, "", 0]);
});

test.each([
  ["--raw 28", { grade: "P", points: 18, scale: "sliding" }],
  ["--raw 28 --scale step", { grade: "P", points: 16, scale: "step" }],
  ["--raw 0", { grade: "U", points: 0, scale: "sliding" }],
  ["--raw 60 --scale sliding", { grade: "D", points: 32, scale: "sliding" }],
])("a mark given as %s becomes a grade and points", (rest, expected) => {
  const { out, exit } = run(`points --boundaries 24,35,46 --max 60 ${rest} --json`);
  expect([JSON.parse(out), exit]).toEqual([expected, 0]);
});

test("without --json the answer is in words, and says where the scale came from", () => {
  expect(run("grade --units P,M,D,D").out).toBe("Merit (M), 104 points\n");
  expect(run("grade --units P,-,D,D").out).toBe("No grade yet: unit 2 still to come\n");
  expect(run("points --boundaries 24,35,46 --max 60 --raw 40").out).toBe(
    "Merit (M), 27 points (scale: sliding, as the rule book of 2026-11-23 says)\n",
  );
});

test.each([
  ["grade", /Say the unit grades/],
  ["grade --units P,M,D", /has 4 units; 3 grades/],
  ["grade --units P,M,D,X", /“X” is not a grade/],
  ["points --boundaries 24,35 --max 60 --raw 1", /three boundaries/],
  ["points --boundaries 24,35,46,50 --max 60 --raw 1", /three boundaries/],
  ["points --boundaries 24,24,46 --max 60 --raw 1", /Pass must be below Merit/],
  ["points --boundaries 24,35,61 --max 60 --raw 1", /cannot be reached/],
  ["points --boundaries 24,35,46 --raw 1", /--max 60/],
  ["points --boundaries 24,35,46 --max 60", /--raw 28/],
  ["points --boundaries 24,35,46 --max 60 --raw 61", /more than the 60 marks/],
  ["points --boundaries 24,35,46 --max 60 --raw half", /--raw 28/],
  ["points --boundaries 24,35,46 --max 60 --raw 1 --scale curve", /“curve” is not a scale/],
])("“%s” is refused in words, with exit code 2", (line, why) => {
  const { out, err, exit } = run(`${line} --json`);
  expect([out, exit]).toEqual(["", 2]);
  expect(err).toMatch(why);
});
