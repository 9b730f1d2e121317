import type { Entry } from "../../app/exam/attempt/entry.ts";
import { minutes, seconds } from "../../app/exam/time/time.ts";
import type { ExamDatabase } from "./database.ts";
import { sure } from "./factories.ts";

const answer = (seq: number, item: string, value: string): Entry => ({
  seq,
  left: minutes(70 - seq),
  kind: "answer",
  item,
  response: { RESPONSE: [value] },
});

/**
 * A whole test as it can go: work, a pause, more time, a move to another machine whose predecessor still held something,
 * the end, and something that came too late.
 */
export async function satTest(exam: ExamDatabase) {
  const room = await exam.make.running();
  const { id, candidate, lease, invigilator } = room;
  const { attempts } = exam.commands;
  const save = (on: string, entries: readonly Entry[]) =>
    sure(attempts.save(candidate, { attempt: id, lease: on, entries }));
  await save(lease, [
    answer(1, "CSE-001", "a"),
    { seq: 2, left: minutes(68), kind: "flag", item: "CSE-001", flagged: true },
  ]);
  exam.clock.move(minutes(2));
  await save(lease, [answer(3, "CSE-002", "b"), answer(4, "CSE-002", "bc")]);
  await sure(attempts.pause(invigilator, { attempt: id, cause: "pause", why: "Fire alarm test" }));
  exam.clock.move(minutes(3));
  await sure(attempts.resume(invigilator, { attempt: id }));
  await sure(attempts.grantTime(invigilator, { attempt: id, minutes: 5, why: "Noise outside" }));
  exam.clock.move(minutes(1));
  await sure(attempts.release(invigilator, { attempt: id, why: "Keyboard broken" }));
  const moved = await sure(attempts.attend(candidate, { machine: "machine-two", lease: null }));
  await save(moved.lease, [answer(1, "CSE-003", "new desk")]);
  await save(lease, [answer(5, "CSE-003", "old desk")]);
  exam.clock.move(seconds(30));
  await sure(attempts.submit(candidate, { attempt: id, lease: moved.lease }));
  exam.clock.move(seconds(3));
  await save(moved.lease, [answer(2, "CSE-004", "too late")]);
  const { receipt } = await exam.database.prisma.attempt.findUniqueOrThrow({ where: { id } });
  return { ...room, secondLease: moved.lease, receipt: receipt ?? "" };
}
