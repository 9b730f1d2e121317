import { parseArgs } from "node:util";
import { asBuilt, type Rules, simulate } from "./bad-network.ts";
import { simulateOrders } from "./in-time/orders.ts";
import { simulateScreens } from "./in-time/screens.ts";

/**
 * `npm run simulate`: exams over a bad network, and exams in which everything is ordered at any time, as many as wanted, or one
 * of them again by its seed.
 */
const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "100000" },
    seed: { type: "string", default: "1" },
    "break-prefix": { type: "boolean", default: false },
    /** Of the exams in which everything is ordered at any time: each takes fifty times as long as one over a bad network. */
    orders: { type: "string" },
    /** Of the exams before whole screens: each takes ten times as long again. */
    screens: { type: "string" },
    json: { type: "boolean", default: false },
  },
});

const newestFirst: Rules["pick"] = (box, most) => box.waiting().slice(-most);
const rules = values["break-prefix"] ? { ...asBuilt, pick: newestFirst } : asBuilt;
const began = performance.now();
const { runs, harm, met, badSeeds } = simulate(Number(values.runs), rules, Number(values.seed));
const took = secondsSince(began);
const ordersBegan = performance.now();
const orders = await simulateOrders(Number(values.orders ?? Math.ceil(runs / 50)), Number(values.seed));
const ordersTook = secondsSince(ordersBegan);
const screensBegan = performance.now();
const screens = await simulateScreens(Number(values.screens ?? Math.ceil(runs / 50)), Number(values.seed));
const inTime = {
  orders: { runs: orders.runs, ...orders.met, badSeeds: orders.badSeeds.slice(0, 20), seconds: ordersTook },
  screens: {
    runs: screens.runs,
    ...screens.met,
    badSeeds: screens.badSeeds.slice(0, 20),
    seconds: secondsSince(screensBegan),
  },
};
const passed = [badSeeds, orders.badSeeds, screens.badSeeds].every((bad) => bad.length === 0);

if (values.json)
  process.stdout.write(
    `${JSON.stringify({ runs, ...harm, ...met, badSeeds: badSeeds.slice(0, 20), seconds: took, inTime, passed })}\n`,
  );
else {
  const { moves, crashes, entries, stranded } = met;
  process.stdout.write(
    `${runs} exams in ${took} s: ${entries} answers, ${crashes} crashes, ${moves} moves, ${stranded} left at an old desk.\n` +
      `${harm.lost} lost, ${harm.wrong} wrong, ${harm.thrownAway} thrown away, ${harm.duplicated} doubled.\n`,
  );
  if (badSeeds.length > 0) process.stdout.write(`Once more: npm run simulate -- --runs 1 --seed ${badSeeds[0]}\n`);
  const { lastSecond, evacuations, seconds } = inTime.orders;
  process.stdout.write(
    `${orders.runs} exams by the minute in ${seconds} s: ${orders.met.orders} orders, ${lastSecond} of them around the last second, ` +
      `${evacuations} evacuations, ${orders.met.moves} moves. ${orders.badSeeds.length} went wrong.\n`,
  );
  const { calm, offline } = screens.met;
  process.stdout.write(
    `${screens.runs} exams before whole screens in ${inTime.screens.seconds} s: looked at ${calm} times when all was well and ` +
      `${offline} times without a line. ${screens.badSeeds.length} went wrong.\n`,
  );
  if (screens.badSeeds.length > 0) process.stdout.write(`Seed ${screens.badSeeds[0]}:\n${screens.story.join("\n")}\n`);
  if (orders.badSeeds.length > 0) process.stdout.write(`Seed ${orders.badSeeds[0]}:\n${orders.story.join("\n")}\n`);
}
process.exit(passed ? 0 : 1);

function secondsSince(then: number) {
  return Math.round(performance.now() - then) / 1_000;
}
