import { afterAll, beforeAll, expect, test } from "vitest";
import { addCentre, addStaff, loadBank, migrateDatabase } from "../../app/cli/installation-work.ts";
import { type ExamDatabase, examDatabase } from "../support/database.ts";

let here: ExamDatabase;
let env: Record<string, string>;
beforeAll(async () => {
  here = await examDatabase();
  env = { DATABASE_URL: here.databaseUrl, SESSION_SECRET: here.secret, LOG_LEVEL: "silent" };
});
afterAll(() => here.close());

const password = "three plain words";
const rosa = { email: "Rosa@Example.org", name: "Rosa Lindqvist", password, again: password };

test("the first administrator comes from the command line and can sign in", async () => {
  expect(await addStaff(env, { ...rosa, roles: ["administrator"] })).toMatchObject({ ok: true });
  const signIn = { email: rosa.email, password, address: "127.0.0.1" };
  expect(await here.commands.people.signInStaff(null, signIn)).toMatchObject({ ok: true, name: rosa.name });
  const line = await here.database.prisma.auditLine.findFirstOrThrow({ where: { action: "add staff" } });
  expect(line).toMatchObject({ role: "system", actorId: null });
});

test("an invigilator belongs to the centre named, which has to exist", async () => {
  const ravi = { ...rosa, email: "ravi@example.org", name: "Ravi Nair", roles: ["invigilator"] };
  expect(await addStaff(env, { ...ravi, centre: "50999" })).toMatchObject({ ok: false });
  expect(await addCentre(env, { number: "50999", name: "Quayside College" })).toMatchObject({ ok: true });
  expect(await addStaff(env, ravi)).toMatchObject({ ok: false });
  expect(await addStaff(env, { ...ravi, centre: "50999" })).toMatchObject({ ok: true });
  const staff = await here.database.prisma.staff.findUniqueOrThrow({
    where: { email: ravi.email },
    include: { roles: { include: { centre: true } } },
  });
  expect(staff.roles.map(({ role, centre }) => [role, centre?.name])).toEqual([["invigilator", "Quayside College"]]);
});

test("what is wrong is said in words: a role there is not, a weak password, a number or address taken", async () => {
  const person = { ...rosa, email: "sam@example.org", roles: ["examiner"] };
  expect(await addStaff(env, { ...person, roles: ["emperor"] })).toMatchObject({ ok: false });
  const short = await addStaff(env, { ...person, password: "short", again: "short" });
  expect(short).toEqual({ ok: false, why: "password: Too short: 5 of at least 12 characters." });
  expect(await addStaff(env, { ...person, email: rosa.email })).toMatchObject({ ok: false });
  await addCentre(env, { number: "50777", name: "One" });
  expect(await addCentre(env, { number: "50777", name: "Two" })).toEqual({
    ok: false,
    why: "number: Another centre has that number.",
  });
});

test("migrating and loading the bank again change nothing", async () => {
  expect(await migrateDatabase(env)).toMatchObject({ value: { migrated: [] } });
  const versions = await here.database.prisma.itemVersion.count();
  expect(await loadBank(env, undefined)).toMatchObject({ ok: true });
  expect(await here.database.prisma.itemVersion.count()).toBe(versions);
});

test("without a database there is nothing to administer", async () => {
  expect(await migrateDatabase({})).toMatchObject({ ok: false });
});
