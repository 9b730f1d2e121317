import { expect, test } from "vitest";
import type { LearnerForm } from "../exam/item/learner-item.ts";
import { openForm } from "./sealed-form.ts";

const form: LearnerForm = { id: "f1", title: "A test", minutes: 75, marks: 0, items: [], stimuli: [], pictures: {} };

async function sealedWith(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const nonce = new Uint8Array(12).fill(3);
  const key = await crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt"]);
  const text = new TextEncoder().encode(JSON.stringify(form));
  return new Uint8Array([
    ...nonce,
    ...new Uint8Array(await crypto.subtle.encrypt({ name: "AES-GCM", iv: nonce }, key, text)),
  ]);
}

const key = new Uint8Array(32).fill(7);
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");

test("the form opens with its key", async () => {
  expect(await openForm(await sealedWith(key), base64(key))).toEqual(form);
});

test("another key, or a form that did not arrive whole, opens nothing", async () => {
  const sealed = await sealedWith(key);
  await expect(openForm(sealed, base64(key.map(() => 8)))).rejects.toThrow();
  await expect(openForm(sealed.slice(0, -1), base64(key))).rejects.toThrow();
});
