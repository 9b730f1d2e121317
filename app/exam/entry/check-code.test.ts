import fc from "fast-check";
import { expect, test } from "vitest";
import { checkCodeFrom, readCheckCode } from "./check-code.ts";
import { keycodeFrom } from "./keycode.ts";
import { moveCodeFrom } from "./move-code.ts";

const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 });

test("whatever the bytes, the code of a check can be read back however it is typed", () => {
  fc.assert(
    fc.property(bytes, (random) => {
      const code = checkCodeFrom(random);
      for (const typed of [code, code.toLowerCase(), ` ${code.slice(0, 2)} - ${code.slice(2)} `])
        expect(readCheckCode(typed)).toBe(code);
    }),
  );
});

test("no code that opens a test is taken for one", () => {
  fc.assert(
    fc.property(bytes, (random) => {
      expect(readCheckCode(keycodeFrom(random))).toBeNull();
      expect(readCheckCode(moveCodeFrom(random))).toBeNull();
    }),
  );
});

test.each(["", "K7T4", "K7T4R9", "K7T40"])("“%s” is no code", (typed) => {
  expect(readCheckCode(typed)).toBeNull();
});
