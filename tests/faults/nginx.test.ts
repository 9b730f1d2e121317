import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import { type AddressInfo, connect, createServer as createListener } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { nginx, nginxMissing } from "./nginx.ts";

/** Accepts whoever comes, as the kernel does for a process that is stopped, and says nothing. */
const hung = createListener(() => {});
const asked: string[] = [];
const answering: RequestListener = (request, response) => {
  asked.push(`${request.method} ${request.url}`);
  response.end("here");
};
const well = createServer(answering);
well.on("upgrade", (_request, socket) => {
  socket.write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n");
  socket.on("data", (bytes) => socket.write(bytes));
});

describe.skipIf(nginxMissing() !== null)("behind the recommended nginx, with one process that hangs", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "examhall-nginx-"));
  let proxy: Awaited<ReturnType<typeof nginx>>;
  beforeAll(async () => {
    const ports = [hung, well].map(
      (server) =>
        new Promise<number>((resolve) =>
          server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port)),
        ),
    );
    const [first = 0, second = 0] = await Promise.all(ports);
    proxy = await nginx(folder, [first, second]);
  });
  afterAll(async () => {
    await proxy.stop();
    hung.close();
    well.closeAllConnections();
    well.close();
    rmSync(folder, { recursive: true });
  });

  test("newcomers get their page from the other one, and after the first of them nobody waits", async () => {
    const all = await Promise.all(Array.from({ length: 6 }, () => fetch(`${proxy.url}/sign-in`)));
    expect(all.map(({ status }) => status)).toEqual(Array(6).fill(200));
    const began = performance.now();
    expect((await fetch(`${proxy.url}/sign-in`)).status).toBe(200);
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  test("a live line finds the other one", async () => {
    const { hostname, port } = new URL(proxy.url);
    const lines = Array.from({ length: 2 }, () => {
      const line = connect(Number(port), hostname);
      line.write(
        "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: exams.example\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n",
      );
      return new Promise<string>((resolve) =>
        line.once("data", (bytes) => resolve(String(bytes))).once("end", () => resolve("cut")),
      ).finally(() => line.destroy());
    });
    for (const answer of await Promise.all(lines)) expect(answer).toContain("101 Switching Protocols");
  });

  test("what somebody sends arrives as it was sent, once", async () => {
    const sent = await fetch(`${proxy.url}/sign-in`, { method: "POST", body: "a=b" });
    expect([sent.status, asked.filter((one) => one === "POST /sign-in").length]).toEqual([200, 1]);
  });
});
