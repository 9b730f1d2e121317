import { afterAll, beforeAll, expect, test } from "vitest";
import type { Entry, Standing } from "../../app/exam/attempt/entry.ts";
import { beginning, canonical, link } from "../../app/exam/attempt/journal.ts";
import type { Item } from "../../app/exam/item/item.ts";
import { isAnswered } from "../../app/exam/item/response.ts";
import { instant } from "../../app/exam/time/time.ts";
import { demonstrationPeople } from "../../app/platform/demonstration.ts";
import { proofTools } from "../../app/platform/proof-tools.ts";
import { sha256 } from "../../app/platform/secrets.ts";
import { verify } from "../../app/store/verify.ts";
import { fillDemonstration } from "../../prisma/seed/demonstration.ts";
import { pastLearners } from "../../prisma/seed/past-learners.ts";
import { sure } from "../../prisma/seed/sure.ts";
import { type ExamDatabase, examDatabase } from "../support/database.ts";

let here: ExamDatabase;
beforeAll(async () => {
  here = await examDatabase();
  await fillDemonstration(here.app, component, { past: here });
}, 120_000);
afterAll(() => here.close());

const component = "customer-service-environment";
const came = pastLearners.filter(({ arrives }) => arrives !== null);

/** As the front page says: everybody signs in with the one password. */
async function signedIn(email: string) {
  const [{ password } = { password: "" }] = demonstrationPeople;
  const { token } = await sure(here.commands.people.signInStaff(null, { email, password, address: "127.0.0.1" }));
  return here.actorOf(sha256(token));
}

const closed = () =>
  here.database.prisma.attempt.findMany({
    where: { phase: "closed" },
    include: {
      form: true,
      booking: { include: { learner: true } },
      journal: { orderBy: { position: "asc" } },
      responses: { include: { item: true, marks: true, tasks: true }, orderBy: { number: "asc" } },
    },
  });

test("everybody who came to the past sitting has handed in or run out of time, and the others are absent", async () => {
  const attempts = await closed();
  expect(attempts).toHaveLength(came.length);
  const reasons = attempts.map(({ closeReason }) => closeReason);
  expect(reasons.filter((reason) => reason === "submitted").length).toBeGreaterThan(18);
  expect(reasons.filter((reason) => reason === "time-expired").length).toBeGreaterThanOrEqual(2);
  expect(attempts.every(({ receipt }) => receipt !== null)).toBe(true);

  const bookings = await here.database.prisma.booking.findMany({ where: { sitting: { phase: "ended" } } });
  const inRegister = (as: string) => bookings.filter(({ register }) => register === as).length;
  expect([inRegister("present"), inRegister("late"), inRegister("absent")]).toEqual([came.length - 1, 1, 1]);
});

test("every chain, receipt and seal of the past sitting holds", async () => {
  const verified = await verify(here.database.pool, "all", proofTools(here.secrets));
  expect(verified).toMatchObject({ receipts: came.length, faulty: [] });
});

test("every link of every journal follows from the one before, and no entry is late", async () => {
  for (const { id, head, position, journal } of await closed()) {
    const computed = journal.reduce(
      (so, { leaseId: lease, entry, standing, receivedAt }) =>
        link(
          so,
          {
            lease,
            entry: entry as unknown as Entry,
            standing: standing as Standing,
            receivedAt: instant(receivedAt.getTime()),
          },
          sha256,
        ),
      beginning(id, sha256),
    );
    expect({ computed, entries: journal.length }).toEqual({ computed: head, entries: position });
    expect(new Set(journal.map(({ standing }) => standing))).toEqual(new Set(["counted"]));
    const left = journal.map(({ entry }) => (entry as unknown as Entry).left);
    expect(left).toEqual(left.toSorted((a, b) => b - a));
  }
});

test("every mark is what the worked response it answers is worth", async () => {
  for (const { responses } of await closed()) {
    for (const { item, value, marks } of responses) {
      const content = item.content as unknown as Item;
      const worked = content.worked.find(({ response }) => canonical(response) === canonical(value));
      const given = marks.find(({ id }) => !marks.some(({ supersedesId }) => supersedesId === id));
      if (given === undefined) continue;
      if (worked) expect({ item: content.id, marks: given.marks }).toEqual({ item: content.id, marks: worked.marks });
      else if (!isAnswered(value as never)) expect(given.marks).toBe(0);
    }
  }
});

test("one form can be awarded, with marks from weak to strong, and the other leaves responses to mark", async () => {
  const attempts = await closed();
  const of = (code: string) => attempts.filter(({ form }) => form.code === code);
  const waiting = (some: typeof attempts) =>
    some.flatMap(({ responses }) => responses.flatMap(({ tasks }) => tasks.filter(({ state }) => state !== "done")));
  expect(waiting(of("CSE-A"))).toEqual([]);
  const totals = of("CSE-A").map(({ responses }) =>
    responses.reduce(
      (sum, { marks }) =>
        sum + (marks.find(({ id }) => !marks.some(({ supersedesId }) => supersedesId === id))?.marks ?? 0),
      0,
    ),
  );
  expect(Math.min(...totals)).toBeLessThan(25);
  expect(Math.max(...totals)).toBeGreaterThan(45);

  const left = waiting(of("CSE-B"));
  expect(left.length).toBeGreaterThan(30);
  expect(left.filter(({ queue }) => queue === "senior")).toHaveLength(1);
});

test("the awarder sets boundaries and releases; the learners' own centre sees their results, and no other does", async () => {
  const ada = await signedIn("ada@examhall.example");
  const { id: form } = await here.make.form("CSE-A");
  const boundaries = { form, pass: 24, merit: 35, distinction: 46, why: "As in the tour of the day" };
  await sure(here.commands.awarding.setBoundaries(ada, boundaries));
  const sat = (await closed()).filter(({ formId }) => formId === form).length;
  expect(await here.commands.awarding.releaseResults(ada, { form, expect: sat })).toEqual({ ok: true, released: sat });

  const seenBy = async (email: string) =>
    (await sure(here.views.results.ofCentre(await signedIn(email), { show: "released" }))).rows;
  const rows = await seenBy("harriet@examhall.example");
  expect(rows).toHaveLength(sat);
  expect(new Set(rows.map(({ result }) => result?.grade))).toEqual(new Set(["U", "P", "M", "D"]));
  expect(await seenBy("olu@examhall.example")).toEqual([]);
});

test("nobody marked a learner of a centre they are connected with", async () => {
  const offences = await here.database.prisma.$queryRaw<unknown[]>`
    SELECT m.id FROM marks m JOIN marking_tasks t ON t."responseId" = m."responseId"
    WHERE EXISTS (SELECT 1 FROM affiliations f WHERE f."staffId" = m."staffId" AND f."centreId" = t."centreId")
       OR EXISTS (SELECT 1 FROM staff_roles s WHERE s."staffId" = m."staffId" AND s."centreId" = t."centreId")`;
  expect(offences).toEqual([]);
  expect(await here.database.prisma.mark.count({ where: { staffId: { not: null } } })).toBeGreaterThan(60);
});

test("the audit log is in the order in which things happened, and nothing of the past lies ahead of now", async () => {
  const lines = await here.database.prisma.auditLine.findMany({
    where: { NOT: { action: { startsWith: "load " } } },
    orderBy: { id: "asc" },
  });
  const times = lines.map(({ at }) => at.getTime());
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect(times.at(-1)).toBeLessThanOrEqual(here.clock.now());
});

test("filling again changes nothing", async () => {
  const before = await here.database.prisma.auditLine.count();
  expect(await fillDemonstration(here.app, component, { past: here })).toBe(false);
  expect(await here.database.prisma.auditLine.count()).toBe(before);
});
