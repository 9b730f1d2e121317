import { parseArgs } from "node:util";
import { openGround } from "./hall/ground.ts";
import { type Aim, aimTable, print, rounded, table } from "./hall/report.ts";
import { startRoom } from "./hall/start-run.ts";

/**
 * Everybody starts in the same second: learners wait in one room with the sealed form in hand, an invigilator who watches the
 * board presses one "start all", and every learner's form is opened with the key that arrives. Then the room must leave: one
 * press, and every screen is told to show nothing, until the room is back. Beside the large room a small one, in the same run.
 */
const { values: options } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    learners: { type: "string", default: "2000" },
    profile: { type: "string" },
  },
});
const many = Number(options.learners);

const ground = await openGround();
const small = await startRoom(ground, { learners: Math.ceil(many / 10) });
const large = await startRoom(ground, { learners: many, profile: options.profile });
await ground.close();

const growth = rounded(large.lastReadable / small.lastReadable, 1);
const aims: readonly Aim[] = [
  { what: "last learner reads, ms", measured: large.lastReadable, aim: "≤ 3000", kept: large.lastReadable <= 3_000 },
  { what: "last screen empty, ms", measured: large.lastOut, aim: "≤ 2000", kept: large.lastOut <= 2_000 },
];
const document = {
  rooms: [small, large],
  timesAsLongForTenTimesAsMany: growth,
  aims,
  wrong: [...small.wrong, ...large.wrong],
};
print(document, {
  json: options.json,
  words: [
    table(
      [
        "learners",
        "answered ms",
        "key p50",
        "key p99",
        "last key",
        "last readable",
        "opened by one",
        "board",
        "last out",
        "last back",
        "form kB",
        "waiting s",
        "MB",
      ],
      [small, large].map((one) => [
        one.learners,
        one.answered,
        one.keyP50,
        one.keyP99,
        one.lastKey,
        one.lastReadable,
        one.openedByOne,
        one.board,
        one.lastOut,
        one.lastBack,
        rounded(one.formBytes / 1_000),
        one.waiting,
        one.memory,
      ]),
    ),
    `Ten times as many learners take ${growth} times as long.\n`,
    aimTable(aims),
    `${document.wrong.length} things not as they should be afterwards\n`,
  ].join("\n"),
});
