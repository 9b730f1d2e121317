import { afterAll, beforeAll, expect, test } from "vitest";
import type { News } from "../../app/commands/door.ts";
import { type ExamDatabase, examDatabase } from "../support/database.ts";
import { sure } from "../support/factories.ts";

let hall: ExamDatabase;
const heard: News[] = [];
beforeAll(async () => {
  hall = await examDatabase();
  hall.app.listen({ announce: (news) => heard.push(...news), saved: () => {} });
});
afterAll(() => hall.close());

const password = "copper kettle moss";
let made = 0;
const somebody = () => {
  made += 1;
  return { name: `Nia ${made}`, email: `nia${made}@example.org`, password, again: password };
};
const signIn = (email: string, typed = password) =>
  hall.commands.people.signInStaff(null, { email, password: typed, address: "10.0.0.1" });

/** An administrator, and somebody they have opened an account for. */
async function accounts(roles: readonly string[] = ["examiner"]) {
  const administrator = await hall.make.staff("administrator");
  const person = somebody();
  const { staff } = await sure(hall.commands.staff.add(administrator, { ...person, roles }));
  return { administrator, person, staff };
}

test("an account opens with its roles, and its password is kept as a hash only", async () => {
  const { id: centre } = await hall.make.centre();
  const { administrator, person } = await accounts(["examiner", `invigilator@${centre}`]);
  await sure(signIn(person.email.toUpperCase()));
  const { staff } = await sure(hall.views.staff.list(administrator, { q: person.email }));
  expect(staff).toMatchObject([
    {
      enabled: true,
      signedIn: 1,
      roles: expect.arrayContaining([
        { role: "examiner", centreId: null },
        { role: "invigilator", centreId: centre },
      ]),
    },
  ]);
  const lines = await hall.database.prisma.auditLine.findMany({ where: { action: "add staff" } });
  expect(JSON.stringify(lines.map(({ detail }) => detail))).not.toContain(password);
});

test("an account is refused beside the field that is wrong", async () => {
  const { administrator, person } = await accounts();
  const add = (change: object) => hall.commands.staff.add(administrator, { ...somebody(), ...change });
  expect(await add({ email: person.email })).toMatchObject({
    refusal: "email-taken",
    fields: { email: expect.any(String) },
  });
  expect(await add({ password: "short", again: "short" })).toMatchObject({ fields: { password: expect.any(String) } });
  expect(await add({ again: "copper kettle mist" })).toMatchObject({ fields: { again: expect.any(String) } });
  expect(await add({ roles: ["exams-officer"] })).toMatchObject({ fields: { roles: expect.any(String) } });
});

test("whoever loses a role is signed out at once; whoever gains one stays", async () => {
  const { administrator, person, staff } = await accounts(["examiner"]);
  await sure(signIn(person.email));
  heard.length = 0;
  await sure(hall.commands.staff.changeRoles(administrator, { staff, roles: ["examiner", "awarder"] }));
  expect(heard).toEqual([]);
  await sure(hall.commands.staff.changeRoles(administrator, { staff, roles: ["awarder"] }));
  expect(heard).toMatchObject([{ about: "signed-out", tokenHashes: [expect.any(String)] }]);
});

test("a closed account is signed out and stays out until it is opened again", async () => {
  const { administrator, person, staff } = await accounts();
  await sure(signIn(person.email));
  await sure(hall.commands.staff.disable(administrator, { staff }));
  expect(await signIn(person.email)).toMatchObject({ refusal: "wrong-password" });
  await sure(hall.commands.staff.enable(administrator, { staff }));
  await sure(signIn(person.email));
});

test("a new password ends what was signed in with the old one", async () => {
  const { administrator, person, staff } = await accounts();
  await sure(signIn(person.email));
  const typed = "orbit plum ladder";
  const reset = await sure(hall.commands.staff.resetPassword(administrator, { staff, password: typed, again: typed }));
  expect(reset.ended).toBe(1);
  expect(await signIn(person.email)).toMatchObject({ refusal: "wrong-password" });
  await sure(signIn(person.email, typed));
});

test("nobody closes their own account or gives up their own last administrator role", async () => {
  const administrator = await hall.make.staff("administrator");
  const { id: staff } = administrator;
  const refusal = { ok: false, refusal: "last-administrator" };
  expect(await hall.commands.staff.disable(administrator, { staff })).toMatchObject(refusal);
  expect(await hall.commands.staff.changeRoles(administrator, { staff, roles: ["examiner"] })).toMatchObject(refusal);
});

test("only administrators of the whole organisation see or change accounts", async () => {
  const { id: centreId } = await hall.make.centre();
  const { staff } = await accounts();
  for (const actor of [
    await hall.make.staff("exams-officer", { centreId }),
    await hall.make.staff("administrator", { centreId }),
  ]) {
    expect(await hall.commands.staff.disable(actor, { staff })).toMatchObject({ refusal: "not-allowed" });
    expect(await hall.views.staff.list(actor, {})).toMatchObject({ refusal: "not-allowed" });
  }
});

test("an exams officer reads the log of their own centre only", async () => {
  const [ours, theirs] = [await hall.make.centre(), await hall.make.centre()];
  const officers = await Promise.all(
    [ours, theirs].map(({ id: centreId }) => hall.make.staff("exams-officer", { centreId })),
  );
  for (const [at, officer] of officers.entries())
    await sure(hall.commands.bookings.addLearner(officer, { name: "Sam Okoro", candidateNumber: String(at) }));
  const { lines } = await sure(hall.views.staff.audit(officers[0]!, {}));
  expect(lines).toMatchObject([{ action: "add learner", actorName: officers[0]!.name }]);
});

test("keys and mark schemes are shown to nobody who works in an exam room", async () => {
  const { id: centreId } = await hall.make.centre();
  for (const role of ["invigilator", "exams-officer"] as const)
    expect(await hall.views.bank.list(await hall.make.staff(role, { centreId }), {})).toMatchObject({
      refusal: "not-allowed",
    });
  await sure(hall.views.bank.list(await hall.make.staff("item-writer"), {}));
});
