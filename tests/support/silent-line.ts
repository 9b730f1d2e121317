import type { AddressInfo } from "node:net";
import { connect, createServer, type Socket } from "node:net";

/** A way to PostgreSQL on which open connections can fall silent, without a word to either end. New ones go through. */
export async function silentLine(databaseUrl: string) {
  const { hostname, port } = new URL(databaseUrl);
  const open = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.on("error", () => {});
      one.on("close", () => {
        open.delete(one);
        if (!silent.has(one)) other.destroy();
      });
      one.on("data", (bytes) => silent.has(one) || other.write(bytes));
    }
  });
  const silent = new WeakSet<Socket>();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const here = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: Object.assign(new URL(databaseUrl), { host: here }).href,
    /** Nothing that is sent over the connections that are open arrives any more. */
    fallSilent() {
      for (const one of open) silent.add(one);
    },
    close() {
      for (const one of open) one.destroy();
      server.close();
    },
  };
}
