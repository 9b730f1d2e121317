import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { text } from "node:stream/consumers";
import express from "express";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bodyLimit, largestMessage } from "../../app/platform/body-limit.ts";

/** Says how much arrived, as late as a route does that first looks up who is signed in. */
const site = express().use(bodyLimit);
site.post("*", async (request, response) => {
  await new Promise((resolve) => setImmediate(resolve));
  response.json({ length: (await text(request).catch(() => "")).length });
});
const http = createServer(site);
let port: number;
beforeAll(async () => {
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  port = (http.address() as AddressInfo).port;
});
afterAll(() => http.close());

const post = (path: string, body: string) => fetch(`http://127.0.0.1:${port}${path}`, { method: "POST", body });

/** Sends pieces of 100,000 bytes without saying beforehand how many; answers what the server said before it hung up. */
const postInPieces = (pieces: number) =>
  new Promise<string>((resolve) => {
    const line = connect(port, "127.0.0.1");
    let said = "";
    line.on("data", (data) => {
      said += data;
    });
    line.on("error", () => {});
    line.on("close", () => resolve(said));
    line.write("POST /entries HTTP/1.1\r\nHost: here\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n");
    for (let sent = 0; sent < pieces; sent++) line.write(`186a0\r\n${"x".repeat(100_000)}\r\n`);
    line.write("0\r\n\r\n");
  });

test("what a learner gathered while offline is let in whole, and the same size is refused of a form", async () => {
  const gathered = "x".repeat(largestMessage);
  expect(await (await post("/exam/save", gathered)).json()).toEqual({ length: largestMessage });
  expect((await post("/exam/save", `${gathered}x`)).status).toBe(413);
  expect((await post("/entries", gathered)).status).toBe(413);
});

test("a package of questions may be larger than any form", async () => {
  const sent = "x".repeat(2 * largestMessage);
  expect(await (await post("/bank/import", sent)).json()).toEqual({ length: sent.length });
});

test("a body that never says how long it is arrives whole, and is cut off when it grows too long", async () => {
  expect(await postInPieces(9)).toContain('{"length":900000}');
  expect(await postInPieces(30)).not.toContain("length");
});
