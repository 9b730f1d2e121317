import { afterEach, expect, test, vi } from "vitest";
import { sent } from "./sent.ts";

afterEach(() => vi.useRealTimers());

const asked = (serverAction: () => Promise<unknown>) => {
  const body = new FormData();
  body.set("intent", "add");
  return {
    request: new Request("http://localhost/staff", { method: "POST", body }),
    serverAction: serverAction as never,
  };
};

test.each([
  ["Chromium", new TypeError("Failed to fetch")],
  ["Firefox", new TypeError("NetworkError when attempting to fetch resource.")],
  ["Safari", new TypeError("Load failed")],
  [
    "a server between that answers for the one that is gone",
    new Error("Unable to decode turbo-stream response from URL: http://localhost/staff.data"),
  ],
])("a form that gets no answer stays, and says that nobody knows whether it was done: %s", async (_by, error) => {
  const answer = await sent(
    asked(() => Promise.reject(error)),
    { about: (form) => ({ intent: form.get("intent") }) },
  );
  if (!(answer instanceof Response)) throw new Error("It was not said.");
  expect(answer.status).toBe(503);
  expect(await answer.json()).toMatchObject({
    ok: false,
    words: expect.stringMatching("did not answer"),
    fields: {},
    intent: "add",
  });
});

test("a form sent on a line that died without a word is not sending for ever", async () => {
  vi.useFakeTimers();
  const answer = sent(asked(() => new Promise(() => {})));
  await vi.advanceTimersByTimeAsync(30_000);
  expect(await answer).toMatchObject({ status: 503 });
});

test("a file that takes long to be sent in is waited for", async () => {
  vi.useFakeTimers();
  const told = { ok: true };
  const large = new Promise((resolve) => setTimeout(resolve, 300_000, told));
  const answer = sent(
    asked(() => large),
    { isFile: true },
  );
  await vi.advanceTimersByTimeAsync(300_000);
  expect(await answer).toBe(told);
});

test("what the server says of a form is passed on as it is", async () => {
  const told = { ok: false, words: "Somebody has that address already.", fields: {} };
  expect(await sent(asked(async () => told))).toBe(told);
});

test("a fault of our own is not taken for a network that is away", async () => {
  const fault = new TypeError("Cannot read properties of undefined (reading 'words')");
  await expect(sent(asked(() => Promise.reject(fault)))).rejects.toBe(fault);
});
