import { type AppParts, makeApp } from "../../app/app.ts";
import { numbersFrom } from "../../app/exam/form/shuffle.ts";
import type { Item } from "../../app/exam/item/item.ts";
import { allowance as allowanceOf } from "../../app/exam/rulebook/allowance.ts";
import { ruleBookAt } from "../../app/exam/rulebook/rule-book.ts";
import { after, before, type Instant, instant, minutes, seconds } from "../../app/exam/time/time.ts";
import type { Staff } from "./demonstration.ts";
import { type PastLearner, pastLearners } from "./past-learners.ts";
import { markForm } from "./past-marking.ts";
import { checkRoom } from "./past-readiness.ts";
import { type PastClock, runRoom, type Seated } from "./past-room.ts";
import { scriptOf } from "./past-script.ts";
import { sure } from "./sure.ts";

export type PastPeople = {
  readonly officer: Staff;
  readonly invigilator: Staff;
  readonly examiner: Staff;
  readonly senior: Staff;
};

const day = minutes(24 * 60);

/**
 * A sitting of some days ago at the officer's centre, gone through with the real commands on a clock of its own: booked, sat,
 * handed in, and marked as far as leaves a newcomer both marking to do and a distribution to award. Deterministic but for
 * identifiers, keycodes and who gets which of two forms. Made once: on a centre that has a sitting it changes nothing.
 *
 * @param parts those of the running installation; its clock says which days are past.
 */
export async function addPastSitting(parts: AppParts, people: PastPeople, component: string): Promise<boolean> {
  const start = pastMorning(parts.clock.now());
  const clock = settableClock(before(start, minutes(7 * 24 * 60)));
  const app = makeApp({ ...parts, clock, config: { ...parts.config, SAVE_GATHER_MS: 0 } });
  try {
    const [centreId] = people.officer.roles.flatMap((role) => role.centreId ?? []);
    if ((await app.database.prisma.sitting.count({ where: { centreId: centreId ?? "" } })) > 0) return false;

    const { officer, invigilator } = people;
    const planned = { component, room: "IT Suite 2", startsAt: start };
    const { sitting } = await sure(app.commands.bookings.planSitting(officer, planned));
    for (const [index, learner] of pastLearners.entries()) {
      clock.set(after(clock.now(), seconds(95)));
      await bookOne(app, officer, { learner, sitting, number: index + 1 });
    }
    clock.set(lastWorkday(before(start, minutes(18 * 60))));
    await checkRoom(app, clock, { sitting, officer, computers: pastLearners.length });
    clock.set(before(start, minutes(40)));
    const { slips } = await sure(app.commands.bookings.printSlips(officer, { sitting }));
    const seated = await Promise.all(slips.map((slip) => seat(app, slip)));
    await runRoom(app, clock, { sitting, start, invigilator, seated });

    clock.set(after(start, day));
    for (const form of await formsOf(app, sitting))
      await markForm(app, clock, { ...people, ...howFarMarked(form.code), form: form.id });
    return true;
  } finally {
    await app.close();
  }
}

/** The first form is marked to the end, so that it can be awarded; of any other a third, so that work is left. */
const howFarMarked = (code: string) =>
  code === "CSE-A"
    ? {
        attempts: pastLearners.length,
        doubt: {
          item: "CSE-018",
          why: "It weighs both sides but comes to no conclusion. Level 2 or level 3?",
          settled: "A supported conclusion is what level 3 asks for, so this stays in level 2.",
        },
      }
    : {
        attempts: 4,
        doubt: {
          item: "CSE-048",
          why: "Most of it is about another business than the one in the scenario. I am not sure how much counts.",
          settled: null,
        },
      };

/** Half past nine (UTC) at least three days ago, and not on a weekend. */
function pastMorning(now: Instant): Instant {
  return lastWorkday(instant(Math.floor(before(now, minutes(3 * 24 * 60)) / day) * day + minutes(9 * 60 + 30)));
}

/** The same time of day, on that day or the last before it that is not on a weekend. */
function lastWorkday(at: Instant): Instant {
  return [0, 6].includes(new Date(at).getUTCDay()) ? lastWorkday(before(at, day)) : at;
}

function settableClock(from: Instant): PastClock {
  let now = from;
  return {
    now: () => now,
    set: (to) => {
      now = to;
    },
  };
}

type App = ReturnType<typeof makeApp>;

async function bookOne(
  app: App,
  officer: Staff,
  { learner, sitting, number }: { learner: PastLearner; sitting: string; number: number },
) {
  const { name, arrangements = [] } = learner;
  const added = await sure(app.commands.bookings.addLearner(officer, { name, candidateNumber: String(2000 + number) }));
  const seat = String(number);
  await sure(app.commands.bookings.book(officer, { learner: added.learner, sitting, seat, arrangements }));
}

type Slip = {
  readonly booking: string;
  readonly name: string;
  readonly candidateNumber: string;
  readonly keycode: string;
};

async function seat(app: App, { booking, name, candidateNumber, keycode }: Slip): Promise<Seated> {
  const learner = pastLearners.find((one) => one.name === name);
  if (learner === undefined) throw new Error(`${name} is nobody of the past sitting.`);
  const attempt = await app.database.prisma.attempt.findUniqueOrThrow({
    where: { bookingId: booking },
    include: { form: { include: { items: { include: { item: true }, orderBy: { number: "asc" } } } }, sitting: true },
  });
  const { form } = attempt;
  const rules = ruleBookAt(instant(attempt.sitting.startsAt.getTime()));
  const allowance = allowanceOf(minutes(form.minutes), learner.arrangements ?? [], rules);
  const items = form.items.map(({ item }) => item.content as unknown as Item);
  const script = scriptOf(learner, { items, allowance, dice: numbersFrom(`${name} ${form.code}`) });
  return { learner, attempt: attempt.id, candidateNumber, keycode, script, allowance };
}

const formsOf = (app: App, sitting: string) =>
  app.database.prisma.form.findMany({
    where: { attempts: { some: { sittingId: sitting } } },
    orderBy: { code: "asc" },
    select: { id: true, code: true },
  });
