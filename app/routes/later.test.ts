import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { bringing, later } from "./later.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

type Part = { readonly words: string };

/** What a browser finds at another address, whatever it asks for it. */
const elsewhere = "data:text/javascript,export const words = 'from elsewhere'; //";
const away = () => Promise.reject(new TypeError("Failed to fetch dynamically imported module"));

test("a part of a page that everybody waits for is fetched once", async () => {
  const first = vi.fn(async (): Promise<Part> => ({ words: "from the network" }));
  const bring = later({ first, address: elsewhere });
  expect(await Promise.all([bring(), bring()])).toEqual([{ words: "from the network" }, { words: "from the network" }]);
  expect(first).toHaveBeenCalledTimes(1);
});

test("a part that did not come while the network was away comes from another address, because a browser keeps a failure", async () => {
  const bring = later<Part>({ first: away, address: elsewhere });
  await expect(bring()).rejects.toThrow();
  expect((await bring()).words).toBe("from elsewhere");
});

test("a board without a network asks again every three seconds for what it could not load, and says that it is away", async () => {
  const bring = vi.fn(async (): Promise<Part> => (bring.mock.calls.length < 3 ? away() : { words: "here" }));
  const [arrived, isAway] = [vi.fn(), vi.fn()];
  bringing(bring, arrived, isAway);
  await vi.advanceTimersByTimeAsync(2_999);
  expect(bring).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(3_001);
  expect(arrived.mock.calls).toEqual([[{ words: "here" }]]);
  expect(isAway).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(bring).toHaveBeenCalledTimes(3);
});

test.each<[string, (callOff: () => void) => Promise<unknown>]>([
  ["while it was on its way", async (callOff) => callOff()],
  [
    "while it waited to ask again",
    async (callOff) => {
      await vi.advanceTimersByTimeAsync(1_000);
      callOff();
    },
  ],
])("a page that was left %s is not told of the part any more", async (_when, leave) => {
  const bring = vi.fn(async (): Promise<Part> => (bring.mock.calls.length < 2 ? away() : { words: "here" }));
  const arrived = vi.fn();
  await leave(bringing(bring, arrived));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(arrived).not.toHaveBeenCalled();
  expect(bring).toHaveBeenCalledTimes(1);
});
