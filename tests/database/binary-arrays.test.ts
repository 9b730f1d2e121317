import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { booleans, integers, jsons, moments, texts, transactions, uuids } from "../../app/store/binary-arrays.ts";
import { type ExamDatabase, examDatabase } from "../support/database.ts";

let exam: ExamDatabase;
beforeAll(async () => {
  exam = await examDatabase();
});
afterAll(() => exam.close());

/** What PostgreSQL makes of a list, a value a row. */
const readBy = async (type: string, list: Buffer) => {
  const { rows } = await exam.database.pool.query(`SELECT value FROM unnest($1::${type}[]) AS list(value)`, [list]);
  return rows.map(({ value }) => value);
};

const text = fc.string({ unit: "binary" }).filter((one) => !one.includes("\0"));
const kinds: readonly (readonly [type: string, write: (values: never[]) => Buffer, value: fc.Arbitrary<unknown>])[] = [
  ["uuid", uuids, fc.uuid()],
  ["int4", integers, fc.integer()],
  ["bool", booleans, fc.boolean()],
  ["text", texts, text],
];

test.each(kinds)("PostgreSQL reads in a binary list of %s what was written into it", async (type, write, value) => {
  await fc.assert(
    fc.asyncProperty(fc.array(value), async (values) => {
      expect(await readBy(type, write(values as never[]))).toEqual(values);
    }),
  );
});

test("an identifier in capital letters is the same identifier", async () => {
  const one = "0aBcDeF1-2345-6789-9ABC-def012345678";
  expect(await readBy("uuid", uuids([one]))).toEqual([one.toLowerCase()]);
});

test("the number of a transaction comes to PostgreSQL as it is, up to the largest there is", async () => {
  const numbers = [3, 2 ** 31, 2 ** 32 - 1];
  expect(await readBy("xid", transactions(numbers))).toEqual(numbers.map(String));
});

test("moments come to PostgreSQL to the millisecond, before and after its year 2000", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.date({ noInvalidDate: true, min: new Date(-8e12), max: new Date(8e12) })),
      async (dates) => {
        expect(await readBy("timestamptz", moments(dates.map((date) => date.getTime())))).toEqual(dates);
      },
    ),
  );
});

test("JSON is stored letter for letter as it was written, whatever a learner wrote, and nothing stays nothing", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.option(fc.record({ text }))), async (values) => {
      const written = values.map((value) => (value === null ? null : JSON.stringify(value)));
      const { rows } = await exam.database.pool.query<{ text: string | null }>(
        "SELECT value::text AS text FROM unnest($1::json[]) AS list(value)",
        [jsons(written)],
      );
      expect(rows.map((row) => row.text)).toEqual(written);
    }),
  );
});
