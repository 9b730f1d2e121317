import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { minutes } from "../../app/exam/time/time.ts";
import { inBrief } from "../../app/platform/log.ts";
import { hashPassword, sha256 } from "../../app/platform/secrets.ts";
import { type ExamDatabase, examDatabase } from "../support/database.ts";
import { sure } from "../support/factories.ts";
import { someoneWaits } from "../support/someone-waits.ts";

let exam: ExamDatabase;
beforeAll(async () => {
  exam = await examDatabase();
});
afterAll(() => exam.close());

const keycode = "CDFG-HJKM";

async function aCandidate() {
  const { id: centreId } = await exam.make.centre();
  const attempt = await exam.make.attempt(await exam.make.sitting(centreId));
  const booking = await exam.database.prisma.booking.update({
    where: { id: attempt.bookingId },
    data: { keycodeHash: exam.secrets.keycodeHash(keycode) },
    include: { learner: true },
  });
  const address = randomUUID();
  const signIn = (typed: string, number = booking.learner.candidateNumber) =>
    exam.commands.people.signInCandidate(null, { candidateNumber: number, keycode: typed, address });
  const forget = () =>
    exam.database.prisma.booking.update({ where: { id: attempt.bookingId }, data: { keycodeHash: randomUUID() } });
  return { ...attempt, signIn, forget, number: booking.learner.candidateNumber };
}

describe("a candidate signs in", () => {
  test("with the keycode of their slip, however it is typed, and is who the slip says", async () => {
    const { signIn, candidate, forget } = await aCandidate();
    const { token } = await sure(signIn(" cdfg hjkm "));
    expect(await exam.actorOf(sha256(token))).toEqual(candidate);
    await forget();
  });

  test("not with somebody else's candidate number, nor with a wrong keycode", async () => {
    const { signIn, forget } = await aCandidate();
    expect(await signIn(keycode, "0000")).toMatchObject({ refusal: "wrong-keycode" });
    expect(await signIn("CDFG-HJKN")).toMatchObject({ refusal: "wrong-keycode" });
    await forget();
  });

  test("guessing is stopped for a while, also with the right keycode, and then goes on", async () => {
    const { signIn, forget } = await aCandidate();
    for (let tries = 0; tries < 5; tries++) await signIn("XXXX-XXXX");
    expect(await signIn(keycode)).toMatchObject({ refusal: "too-many-tries" });
    exam.clock.move(minutes(6));
    expect(await signIn(keycode)).toMatchObject({ ok: true });
    await forget();
  });
});

describe("many tries at once", () => {
  test("of a learner's keycode are answered as often as one after the other would be", async () => {
    const { signIn, forget } = await aCandidate();
    const answers = await Promise.all(Array.from({ length: 20 }, () => signIn("XXXX-XXXX")));
    const refusals = answers.map((answer) => !answer.ok && answer.refusal);
    expect(refusals.filter((refusal) => refusal === "wrong-keycode")).toHaveLength(5);
    await forget();
  });

  test("of a password too, those beyond what can wait are told so, and nobody else has to wait for them", async () => {
    const signIn = (email: string) =>
      exam.commands.people.signInStaff(null, { email, password: "whatever it is", address: "a crowd" });
    const guesses = Array.from({ length: 30 }, () => signIn("crowd@example.org"));
    const others = Array.from({ length: 30 }, () => signIn(`${randomUUID()}@example.org`));
    const { id } = await exam.make.staff("administrator");
    expect(await exam.database.prisma.staff.findUnique({ where: { id } })).not.toBeNull();
    const counted = async (answers: typeof guesses, refusal: string) =>
      (await Promise.all(answers)).filter((answer) => !answer.ok && answer.refusal === refusal).length;
    expect(await counted(guesses, "wrong-password")).toBe(10);
    expect(await counted(others, "too-many-at-once")).toBe(18);
  });

  test("of a password wait for each other to be counted, whichever process each of them came to", async () => {
    const email = `${randomUUID()}@example.org`;
    const seen = await exam.store.change(async (tx) => {
      await tx.people.lockTries(`email:${email}`);
      const trying = exam.commands.people.signInStaff(null, { email, password: "whatever it is", address: "a desk" });
      return { ok: true, first: await Promise.race([trying.then(() => "answered"), someoneWaits(exam)]) };
    });
    expect(seen.first).toBeUndefined();
  });

  test("a right password is no failed try, however often somebody signs in", async () => {
    const { id } = await exam.make.staff("examiner");
    const email = "often@example.org";
    const password = "a long pass phrase";
    await exam.database.prisma.staff.update({
      where: { id },
      data: { email, passwordHash: await hashPassword(password) },
    });
    for (let times = 0; times < 11; times++)
      expect(await exam.commands.people.signInStaff(null, { email, password, address: "a desk" })).toMatchObject({
        ok: true,
      });
  });
});

describe("a member of staff signs in", () => {
  test("with e-mail and password, is known by the roles held, and is nobody after signing out or being disabled", async () => {
    const { id, name, roles } = await exam.make.staff("awarder");
    await exam.database.prisma.staff.update({
      where: { id },
      data: { email: "ada@example.org", passwordHash: await hashPassword("a long pass phrase") },
    });
    const signIn = (password: string) =>
      exam.commands.people.signInStaff(null, { email: "Ada@Example.org", password, address: "here" });
    expect(await signIn("a wrong pass phrase")).toMatchObject({ refusal: "wrong-password" });

    const first = sha256((await sure(signIn("a long pass phrase"))).token);
    expect(await exam.actorOf(first)).toEqual({ kind: "staff", id, name, roles, affiliations: [] });
    const written = await exam.database.prisma.auditLine.findFirst({
      where: { action: "sign in" },
      orderBy: { id: "desc" },
    });
    expect([written?.actorId, written?.actorName]).toEqual([id, name]);
    await sure(exam.commands.people.signOut(null, { tokenHash: first }));
    expect(await exam.actorOf(first)).toBeNull();

    const second = sha256((await sure(signIn("a long pass phrase"))).token);
    await exam.database.prisma.staff.update({ where: { id }, data: { disabledAt: new Date(exam.clock.now()) } });
    expect([await exam.actorOf(second), await signIn("a long pass phrase")]).toMatchObject([
      null,
      { refusal: "wrong-password" },
    ]);
  });

  test("somebody who is not there is refused in the same words, and after ten tries has to wait", async () => {
    const signIn = () =>
      exam.commands.people.signInStaff(null, {
        email: "nobody@example.org",
        password: "whatever it is",
        address: "here",
      });
    const answers = [];
    for (let tries = 0; tries < 11; tries++) answers.push(await signIn());
    expect(answers.map((answer) => !answer.ok && answer.refusal)).toEqual([
      ...Array(10).fill("wrong-password"),
      "too-many-tries",
    ]);
  });

  test("one password tried on everybody is stopped at the place it comes from, and nowhere else", async () => {
    const at = new Date(exam.clock.now());
    await exam.database.prisma.signInFailure.createMany({
      data: Array.from({ length: 100 }, () => ({ id: randomUUID(), key: "staff-address:192.0.2.7", at })),
    });
    const signIn = (address: string) =>
      exam.commands.people.signInStaff(null, {
        email: `${randomUUID()}@example.org`,
        password: "Spring2027!!",
        address,
      });
    expect([await signIn("192.0.2.7"), await signIn("192.0.2.8")]).toMatchObject([
      { refusal: "too-many-tries" },
      { refusal: "wrong-password" },
    ]);
  });

  test("a sign that no database stores is refused in words, in what is sent and in what is asked for", async () => {
    const email = "nobody\0@example.org";
    expect(await exam.commands.people.signInStaff(null, { email, password: "x", address: "here" })).toMatchObject({
      refusal: "badly-formed",
    });
    const administrator = await exam.make.staff("administrator");
    expect(await exam.views.staff.list(administrator, { q: "half \ud83d" })).toMatchObject({ refusal: "not-found" });
  });

  test("what the log would be told of a write that went wrong holds nothing of what was to be written", async () => {
    const wrong = { id: randomUUID(), email: "e@example.org", name: "E", passwordHash: "a very secret hash", wrong: 1 };
    const failed = await exam.database.prisma.staff.create({ data: wrong as never }).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(Error);
    expect([inBrief(failed).includes("wrong"), inBrief(failed).includes("secret")]).toEqual([true, false]);
  });

  test("a sign-in ends by itself after a working day", async () => {
    const { id } = await exam.make.staff("examiner");
    await exam.database.prisma.staff.update({
      where: { id },
      data: { email: "erin@example.org", passwordHash: await hashPassword("a long pass phrase") },
    });
    const { token } = await sure(
      exam.commands.people.signInStaff(null, {
        email: "erin@example.org",
        password: "a long pass phrase",
        address: "here",
      }),
    );
    exam.clock.move(minutes(14 * 60));
    expect(await exam.actorOf(sha256(token))).toBeNull();
  });
});
