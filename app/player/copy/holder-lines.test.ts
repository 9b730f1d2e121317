import { expect, test } from "vitest";
import { pairedChannels } from "../../../tests/support/paired-channels.ts";
import type { Holder } from "../../live/contract.ts";
import { turnedClock } from "../turned-clock.ts";
import { holderLines, type RoomSocket } from "./holder-lines.ts";
import type { Peer } from "./peer.ts";

type Made = Peer & { readonly offer: string; answered(answer: string): Promise<void> };

/** A page whose server tells of boards, in a browser that makes its connections when `make` says so. */
function aPage(make: (made: Made) => Promise<Made> = async (made) => made) {
  const clock = turnedClock();
  const on = new Map<string, (heard: never) => void>();
  let connections = 0;
  const arranged: string[] = [];
  const socket = {
    connected: true,
    on: (event: string, told: (heard: never) => void) => on.set(event, told),
    off: (event: string) => on.delete(event),
    timeout: () => ({
      async emitWithAck(_: string, { to }: { readonly to: string }) {
        arranged.push(to);
        return { ok: true };
      },
    }),
  } as unknown as RoomSocket;
  const lines = holderLines({
    socket,
    timers: clock,
    call() {
      connections += 1;
      const { one } = pairedChannels();
      const close = () => {
        connections -= 1;
        one.close();
      };
      return make({ channel: one, offer: "an offer", answered: async () => {}, close });
    },
    opened: () => {},
    message: () => {},
    closed: () => {},
  });
  const tell = (holder: Holder) => on.get("holder")?.(holder as never);
  return { lines, clock, arranged, tell, connections: () => connections };
}

const board = { peer: "socket of the board", name: "a board" };

test("a board that the server tells of is called", async () => {
  const { tell, clock, arranged, connections } = aPage();
  tell(board);
  await clock.pass(100);
  expect(arranged).toEqual([board.peer]);
  expect(connections()).toBe(1);
});

test("a page that is left while its browser makes a connection keeps none and calls nobody", async () => {
  let goOn = () => {};
  const until = new Promise<void>((done) => {
    goOn = done;
  });
  const { lines, tell, clock, arranged, connections } = aPage(async (made) => {
    await until;
    return made;
  });
  tell(board);
  await clock.pass(100);
  lines.stop();
  goOn();
  await clock.pass(60_000);
  expect(arranged).toEqual([]);
  expect(connections()).toBe(0);
});

test("a connection through which nothing comes is let go and made anew, soon at first and then ever more rarely", async () => {
  const { tell, clock, arranged, connections } = aPage();
  tell(board);
  const calledAt: number[] = [];
  for (let second = 0; second < 180; second += 1) {
    await clock.pass(second === 0 ? 100 : 1_000);
    while (calledAt.length < arranged.length) calledAt.push(second);
  }
  expect(calledAt).toEqual([0, 10, 22, 38, 62, 100, 138, 176]);
  expect(connections()).toBe(1);
});

test("a browser that makes no lines between computers is left in peace", async () => {
  const { tell, clock, arranged, lines } = aPage(async () => {
    throw new ReferenceError("RTCPeerConnection is not defined");
  });
  tell(board);
  await clock.pass(60_000);
  expect(arranged).toEqual([]);
  expect(lines.open()).toEqual([]);
});
