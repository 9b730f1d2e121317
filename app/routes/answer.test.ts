import { expect, test } from "vitest";
import { fieldsOf } from "./answer.ts";

/** As a browser sends a form: every line break as two characters. */
const sent = (fields: readonly (readonly [string, string])[]) => {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return new Request("http://localhost/", { method: "POST", body: form });
};

test("a line break counts once, as it did for whoever wrote the announcement", async () => {
  const text = `${"A line.\n".repeat(9)}${"x".repeat(227)}`;
  const { text: read } = await fieldsOf(sent([["text", text.replaceAll("\n", "\r\n")]]));
  expect([text.length, read]).toEqual([299, text]);
});

test("a field given several times is a list, with its line breaks as written", async () => {
  expect(
    await fieldsOf(
      sent([
        ["note", "one\r\ntwo"],
        ["note", "three"],
      ]),
      ["note"],
    ),
  ).toEqual({ note: ["one\ntwo", "three"] });
});
