import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { seconds } from "../../app/exam/time/time.ts";
import { type ExamDatabase, examDatabase } from "../support/database.ts";
import { sure } from "../support/factories.ts";

let exam: ExamDatabase;
beforeAll(async () => {
  exam = await examDatabase();
});
afterAll(() => exam.close());

/** What somebody does while another transaction holds the attempt's lock, which it does until they are answered. */
async function whileLocked<Answer>(attempt: string, does: () => Promise<Answer>) {
  let answered: Answer | undefined;
  await exam.store.change(async (tx) => {
    await tx.attempts.lock(attempt);
    answered = await does();
    return { ok: true };
  });
  return answered as Answer;
}
const lastSeenAt = async (id: string) =>
  (await exam.database.prisma.attempt.findUniqueOrThrow({ where: { id } })).lastSeenAt?.getTime();

describe("a learner who sits already and goes on at the same machine", () => {
  test("is answered as by the door, without waiting for whoever changes the attempt, and is seen to be there", async () => {
    const { id, candidate, lease, invigilator, sittingId } = await exam.make.running();
    await sure(exam.commands.sittings.announce(invigilator, { sitting: sittingId, text: "Thirty minutes are left." }));
    await sure(exam.commands.attempts.grantTime(invigilator, { attempt: id, minutes: 5, why: "A drill next door" }));
    const page = { machine: "machine-one", lease };
    const byTheDoor = await sure(exam.commands.attempts.attend(candidate, page));
    expect(byTheDoor.work).not.toBeNull();
    exam.clock.move(seconds(10));
    const { state } = await sure(exam.commands.attempts.attend(candidate, page));

    const again = await whileLocked(id, () => exam.commands.attempts.attend(candidate, { ...page, holdsWork: true }));
    expect(again).toEqual({ ...byTheDoor, state, work: null });
    const looked = await whileLocked(id, () => exam.commands.attempts.look(candidate, page));
    expect(looked).toEqual({ ok: true, state, announcements: byTheDoor.announcements });

    exam.clock.move(seconds(10));
    await sure(exam.commands.attempts.look(candidate, page));
    expect(await lastSeenAt(id)).toBe(exam.clock.now());
  });

  test("is told of everything that was decided before, and of the end", async () => {
    const { id, candidate, lease, invigilator, sittingId } = await exam.make.running();
    const page = { machine: "machine-one", lease, holdsWork: true };
    const attend = () => exam.commands.attempts.attend(candidate, page);
    await sure(exam.commands.attempts.pause(invigilator, { attempt: id, cause: "rest-break", why: "Rest break" }));
    expect(await attend()).toMatchObject({ ok: true, state: { phase: "paused", stopped: "rest-break", key: null } });
    await sure(exam.commands.sittings.evacuate(invigilator, { sitting: sittingId }));
    expect(await attend()).toMatchObject({ ok: true, state: { phase: "paused", evacuated: true, key: null } });
    await sure(
      exam.commands.attempts.terminate(invigilator, { attempt: id, why: "The learner was taken ill", confirm: true }),
    );
    expect(await attend()).toMatchObject({ ok: true, state: { closed: { reason: "terminated" }, key: null } });
  });

  test("is not taken for another: a page that somebody else has left open in the browser is refused, and the seat stays", async () => {
    const before = await exam.make.running();
    const { id, candidate, lease } = await exam.make.running();
    const { attend, look } = exam.commands.attempts;
    const leftOpen = { attempt: before.id, machine: "machine-of-before", lease: before.lease };
    const asRefused = { ok: false, refusal: "not-your-attempt" };
    expect(await attend(candidate, leftOpen)).toMatchObject(asRefused);
    expect(await attend(candidate, { ...leftOpen, machine: "machine-one", holdsWork: true })).toMatchObject(asRefused);
    expect(await look(candidate, leftOpen)).toMatchObject(asRefused);
    expect(await look(candidate, { ...leftOpen, machine: "machine-one" })).toMatchObject(asRefused);
    const mine = { attempt: id, machine: "machine-one", lease, holdsWork: true };
    expect(await attend(candidate, mine)).toMatchObject({ ok: true, lease, state: { attempt: id } });
  });

  test("goes through the door with another machine, with a seat it was moved from, and as nobody", async () => {
    const { id, candidate, lease, invigilator } = await exam.make.running();
    const { attend, look, release } = exam.commands.attempts;
    const page = { machine: "machine-one", lease, holdsWork: true };
    expect(await attend(candidate, { ...page, machine: "machine-two" })).toMatchObject({ refusal: "seated-elsewhere" });
    expect(await look(candidate, { ...page, machine: "machine-two" })).toMatchObject({ refusal: "seated-elsewhere" });
    const ofBefore = { ...page, lease: randomUUID() };
    expect(await attend(candidate, ofBefore)).toMatchObject({ ok: true, lease, work: { answers: {} } });
    expect(await attend(null, page)).toMatchObject({ refusal: "not-signed-in" });
    expect(await attend(invigilator, page)).toMatchObject({ refusal: "not-allowed" });
    expect(await attend(candidate, { ...page, machine: "machine\u0000" })).toMatchObject({ refusal: "badly-formed" });
    await sure(release(invigilator, { attempt: id, why: "The screen has gone dark" }));
    expect(await attend(candidate, page)).toMatchObject({ refusal: "lease-ended" });
    expect(await look(candidate, page)).toMatchObject({ refusal: "lease-ended" });
  });

  test("is told how the test stands as of before it was read, so that whatever changes meanwhile is newer", async () => {
    const { id, candidate, lease } = await exam.make.running();
    const page = { machine: "machine-one", lease, holdsWork: true };
    const asked = exam.clock.now();
    const told = exam.states([id]);
    const attended = exam.commands.attempts.attend(candidate, page);
    const looked = exam.commands.attempts.look(candidate, page);
    exam.clock.move(seconds(1));
    const states = [...(await told), (await sure(attended)).state, (await sure(looked)).state];
    expect(states.map(({ at }) => at)).toEqual([asked, asked, asked]);
  });
});
