import fc from "fast-check";
import { expect, test } from "vitest";
import { codeAlphabet } from "./code-letters.ts";
import { keycodeFrom, readKeycode } from "./keycode.ts";

const bytes = fc.uint8Array({ minLength: 16, maxLength: 32 });

test("the alphabet has no look-alikes and no vowels", () => {
  expect(codeAlphabet).not.toMatch(/[01258AEIOUBLSZ]/);
  expect(new Set(codeAlphabet).size).toBe(codeAlphabet.length);
});

test("every keycode is two groups of four and is read back as itself", () => {
  fc.assert(
    fc.property(bytes, (random) => {
      const keycode = keycodeFrom(random);
      expect(keycode).toMatch(/^[34679CDFGHJKMNPQRTVWXY]{4}-[34679CDFGHJKMNPQRTVWXY]{4}$/);
      expect(readKeycode(keycode)).toEqual({ ok: true, keycode });
    }),
  );
});

test("different random bytes give different keycodes", () => {
  const codes = Array.from({ length: 500 }, (_, n) =>
    keycodeFrom(Uint8Array.from({ length: 16 }, (_, at) => (n * 31 + at * 17) % 256)),
  );
  expect(new Set(codes).size).toBeGreaterThan(250);
});

test("too little chance is a fault, not a weak keycode", () => {
  expect(() => keycodeFrom(new Uint8Array(8))).toThrow(/16 random bytes/);
});

test.each(["cd3f-gh4j", "CD3FGH4J", " cd3f gh4j ", "CD3F–GH4J", "C-D-3-F-G-H-4-J", "ＣＤ３Ｆ-gh4j"])(
  "a keycode typed as “%s” is understood",
  (typed) => {
    expect(readKeycode(typed)).toEqual({ ok: true, keycode: "CD3F-GH4J" });
  },
);

test.each([
  ["CD3F-GH4", /has 8 letters and digits; this has 7/],
  ["", /this has 0/],
  ["CD3F-GHOJ", /contains “O”/],
  ["CD3F-GH4J-K", /this has 9/],
])("“%s” is not a keycode, and the reason says why", (typed, why) => {
  expect(readKeycode(typed)).toMatchObject({ ok: false, refusal: "not-a-keycode", why: expect.stringMatching(why) });
});

test("anything at all can be typed without breaking the door", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (typed) => typeof readKeycode(typed).ok === "boolean"));
});
