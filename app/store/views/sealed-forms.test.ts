import { expect, test } from "vitest";
import { sealedForms } from "./sealed-forms.ts";

const here = { formId: "form", sittingId: "here" };

/** Counts how often a form was made. */
function maker(answers: readonly (Uint8Array | null | Error)[]) {
  let made = 0;
  return {
    made: () => made,
    async make() {
      const answer = answers[Math.min(made, answers.length - 1)];
      made += 1;
      if (answer instanceof Error) throw answer;
      return answer ?? null;
    },
  };
}

test("a room that asks all at once has its form made once; another room has its own", async () => {
  const forms = sealedForms();
  const { make, made } = maker([new Uint8Array([1])]);
  const all = await Promise.all([forms.of(here, make), forms.of(here, make)]);
  expect([all[0] === all[1], made()]).toEqual([true, 1]);
  await forms.of({ ...here, sittingId: "there" }, make);
  expect(made()).toBe(2);
});

test("a form that could not be read, or was not there, is looked for again", async () => {
  const forms = sealedForms();
  const { make } = maker([new Error("no database"), null, new Uint8Array([2])]);
  await expect(forms.of(here, make)).rejects.toThrow("no database");
  expect(await forms.of(here, make)).toBeNull();
  expect(await forms.of(here, make)).toEqual(new Uint8Array([2]));
});

test("the form of a room that was asked for long ago is forgotten, and made again when it is asked for", async () => {
  const forms = sealedForms();
  const { make, made } = maker([new Uint8Array([3])]);
  for (let room = 0; room < 40; room += 1) await forms.of({ ...here, sittingId: `${room}` }, make);
  await forms.of({ ...here, sittingId: "39" }, make);
  expect(made()).toBe(40);
  await forms.of({ ...here, sittingId: "0" }, make);
  expect(made()).toBe(41);
});
