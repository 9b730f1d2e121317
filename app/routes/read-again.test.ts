import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { orSignedOut, readAgain } from "./read-again.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const again = new Request("https://examhall.example/room?again");
const first = new Request("https://examhall.example/room");
const refused = new Response(null, { status: 403 });
const broken = new TypeError("Failed to fetch");

test.each([
  ["that comes", again, async () => "the room", "the room"],
  ["that the network fails", again, () => Promise.reject(broken), null],
])(
  "reading again %s is the answer, and nothing waits on",
  async (_, request, serverLoader: () => Promise<string>, expected) => {
    expect(await readAgain({ request, serverLoader })).toBe(expected);
    expect(vi.getTimerCount()).toBe(0);
  },
);

test("reading again on a line that died without a word fails after eight seconds", async () => {
  const read = vi.fn();
  void readAgain({ request: again, serverLoader: () => new Promise(() => {}) }).then(read);
  await vi.advanceTimersByTimeAsync(7_999);
  expect(read).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(read).toHaveBeenCalledWith(null);
});

test.each([
  ["what the server says of it is passed on", again, refused],
  ["the first reading may fail as any page does", first, broken],
])("%s", async (_, request, thrown) => {
  await expect(readAgain({ request, serverLoader: () => Promise.reject(thrown) })).rejects.toBe(thrown);
});

const toSignIn = () =>
  Promise.reject(new Response(null, { status: 302, headers: { Location: "/sign-in?to=%2Froom" } }));

test("a page that reads itself again after its invigilator was signed out is not taken away, but told", async () => {
  expect(await orSignedOut(again, toSignIn())).toEqual({ signedOut: true });
});

test("a page that is opened by somebody who is signed out leads to the sign-in", async () => {
  await expect(orSignedOut(first, toSignIn())).rejects.toBeInstanceOf(Response);
});
