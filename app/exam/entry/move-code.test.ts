import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { moveCodeFrom, readMoveCode } from "./move-code.ts";

describe("the code to carry on at another computer", () => {
  test("whatever the bytes, it can be read back however it is typed", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (bytes) => {
        const code = moveCodeFrom(bytes);
        expect(code).toMatch(/^[34679CDFGHJKMNPQRTVWXY]{3}-[34679CDFGHJKMNPQRTVWXY]{3}$/);
        for (const typed of [code, code.toLowerCase(), code.replace("-", ""), ` ${code.replace("-", " – ")} `])
          expect(readMoveCode(typed)).toBe(code);
      }),
    );
  });

  test.each(["", "K7T", "K7T-4RWX", "K7T-4R0", "a keycode"])("“%s” is no code", (typed) => {
    expect(readMoveCode(typed)).toBeNull();
  });

  test("too few random bytes are refused, not stretched", () => {
    expect(() => moveCodeFrom(new Uint8Array(8))).toThrow("16 random bytes");
  });
});
