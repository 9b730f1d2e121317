import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

/** One direction of one connection: what goes in may come out changed, late, or never. */
export type Way = (bytes: Buffer, forward: (bytes: Buffer) => void) => void;

export type Cable = {
  readonly url: string;
  /** Nothing gets through any more, and nobody is told: as when a cable is pulled. */
  pull(): void;
  /** What was on its way arrives, as TCP sends it again. */
  putBack(): void;
  close(): Promise<void>;
};

type Ends = { readonly toServer: () => Way; readonly toLearner: () => Way };
const straight = (): Way => (bytes, forward) => forward(bytes);

/** When TCP asks again for a connection that nobody has answered, in milliseconds. */
const askedAgain = [1_000, 3_000, 7_000, 15_000, 31_000, 63_000];

/** A cable between learners' computers and the server, which can be pulled and which can mangle what goes through it. */
export async function cable(
  serverUrl: string,
  { toServer, toLearner }: Ends = { toServer: straight, toLearner: straight },
): Promise<Cable> {
  const { hostname, port } = new URL(serverUrl);
  const pairs = new Set<readonly [Socket, Socket]>();
  const nears = new Set<Socket>();
  let whole = true;

  const join = (near: Socket, already: readonly Buffer[]) => {
    const far = connect(Number(port), hostname);
    const pair = [near, far] as const;
    pairs.add(pair);
    const [up, down] = [toServer(), toLearner()];
    const forward = (bytes: Buffer) => up(bytes, (on) => far.writable && far.write(on));
    already.forEach(forward);
    near.on("data", forward);
    far.on("data", (bytes) => down(bytes, (on) => near.writable && near.write(on)));
    for (const [one, other] of [pair, [far, near] as const]) {
      one.on("error", () => {});
      one.on("close", () => {
        pairs.delete(pair);
        // With the cable out, the other end does not hear that this one has gone.
        if (whole) other.destroy();
        else onceWhole.push(() => other.destroy());
      });
    }
  };

  /** Asked for while the cable is out: nobody hears of it before TCP asks again with the cable in, and never if it was given up. */
  const askedInVain = (near: Socket) => {
    const since = performance.now();
    const already: Buffer[] = [];
    const hear = (bytes: Buffer) => void already.push(bytes);
    near.on("error", () => {});
    near.on("data", hear);
    onceWhole.push(() => {
      const now = performance.now() - since;
      const next = askedAgain.find((after) => after >= now) ?? now;
      setTimeout(() => {
        near.off("data", hear);
        if (!near.destroyed) join(near, already);
      }, next - now).unref();
    });
  };

  const server = createServer((near) => {
    nears.add(near);
    near.on("close", () => nears.delete(near));
    if (whole) join(near, []);
    else askedInVain(near);
  });
  const onceWhole: (() => void)[] = [];
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The cable has no end.");
  return {
    url: `http://127.0.0.1:${address.port}`,
    pull() {
      whole = false;
      for (const pair of pairs) for (const end of pair) end.pause();
    },
    putBack() {
      whole = true;
      for (const pair of pairs) for (const end of pair) end.resume();
      for (const then of onceWhole.splice(0)) then();
    },
    async close() {
      for (const pair of pairs) for (const end of pair) end.destroy();
      for (const near of nears) near.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
