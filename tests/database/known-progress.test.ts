import { afterAll, beforeAll, expect, test } from "vitest";
import { minutes } from "../../app/exam/time/time.ts";
import { knownProgress } from "../../app/store/known-progress.ts";
import { type ExamDatabase, examDatabase } from "../support/database.ts";
import { sure } from "../support/factories.ts";

let exam: ExamDatabase;
beforeAll(async () => {
  exam = await examDatabase();
});
afterAll(() => exam.close());

async function atWork(answered: boolean) {
  const { id, candidate, lease } = await exam.make.running();
  const response = { RESPONSE: answered ? ["A"] : [] };
  const entry = { seq: 1, left: minutes(74), kind: "answer" as const, item: "CSE-002", response };
  await sure(exam.app.commands.attempts.save(candidate, { attempt: id, lease, entries: [entry] }));
  return id;
}

test("each learner of a group has the progress they made, also when there is no room to remember all of them", async () => {
  const [one, other] = [await atWork(true), await atWork(false)];
  const known = knownProgress(1);
  const client = await exam.database.pool.connect();
  try {
    const { rows } = await client.query<{ id: string; position: number }>(
      "SELECT id, position FROM attempts WHERE id = ANY($1::uuid[])",
      [[one, other]],
    );
    // The first time all of it is read, the second time one of them is remembered.
    for (const _time of [1, 2])
      expect(await known.of(client, rows)).toEqual(
        new Map([
          [one, { "CSE-002": { answered: true } }],
          [other, { "CSE-002": { answered: false } }],
        ]),
      );
  } finally {
    client.release();
  }
});
