import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express from "express";
import type { App } from "./app.ts";
import type { Context } from "./context.ts";
import { openLive } from "./open-live.ts";
import { bodyLimit } from "./platform/body-limit.ts";
import { busyTurns } from "./platform/busy-turns.ts";
import type { Config } from "./platform/config.ts";
import { inBrief, type Log, notOurs } from "./platform/log.ts";
import { sha256 } from "./platform/secrets.ts";
import { security } from "./platform/security.ts";
import { sweeper } from "./platform/sweeper.ts";
import { tokenIn } from "./routes/cookie.ts";

type ServerDeps = {
  readonly app: App;
  readonly config: Config;
  readonly log: Log;
  /** The installation's secret. */
  readonly secret: string;
  /** The folder that the Remix build is in. */
  readonly buildFolder: string;
  /** More routes, for the tests' movable clock. */
  readonly extra?: express.Router;
};

export type Running = { readonly url: string; stop(): Promise<void> };

/** HTTP, sockets and the sweeper over one wired app. */
export async function startServer({ app, config, log, secret, buildFolder, extra }: ServerDeps): Promise<Running> {
  const site = express();
  const http = createServer(site);
  let stopping = false;
  site.disable("x-powered-by");
  if (config.PUBLIC_URL) site.set("trust proxy", 1);

  const turns = busyTurns(http);
  site.get("/healthz", (_request, response) => void response.json({ ok: true, busy: turns.busy() }));
  site.get("/readyz", (_request, response) => {
    const no = (why: string) => void response.status(503).json({ ok: false, why });
    if (stopping) return no("stopping");
    void app.whyNotReady().then((why) => {
      if (why !== null) return no(why);
      response.json({ ok: true, neighbours: live.neighbours() });
    });
  });
  site.use((_request, response, next) => {
    if (stopping) response.set("Connection", "close");
    next();
  });
  site.use(requestLog(log));
  site.use(security(config));
  site.use(compression());
  site.use(bodyLimit);
  site.use("/assets", express.static(path.join(buildFolder, "client/assets"), { immutable: true, maxAge: "1y" }));
  // Another version's file, asked for during an update: said in few words, and so that nobody remembers it.
  site.use("/assets", (_request, response) => {
    response.status(404).set("Cache-Control", "no-store").type("text").send("This version has no such file.");
  });
  site.use(express.static(path.join(buildFolder, "client"), { maxAge: "1h" }));
  if (extra) site.use(extra);

  site.use((_request, response, next) => {
    // Nothing that was on a screen may come back from a shared computer's cache.
    response.set("Cache-Control", "no-store");
    next();
  });
  const build = (await import(path.join(buildFolder, "server/index.js"))) as ServerBuild;
  site.all(
    "*",
    createRequestHandler({
      build,
      mode: "production",
      getLoadContext: (request, response) =>
        contextOf({ app, config, log, requests: live.requests }, request, response),
    }),
  );

  site.use(lastResort(log));

  const live = openLive({ http, app, config, log, secret });
  const onError = (error: unknown) => log.error({ error: inBrief(error) }, "sweep");
  // Before anything can reach this process, so that the others wait for it from the first save on.
  await app.tellStored();
  await new Promise<void>((resolve, reject) => {
    http.once("error", (error) => reject(whyNotListening(error, config.PORT)));
    http.listen(config.PORT, config.HOST, resolve);
  });
  const { port } = http.address() as AddressInfo;
  const told = sweeper(async () => void (await app.tellStored()), 1_000, onError);
  const sweep = sweeper(() => app.sweep(), 500, onError);

  return {
    url: `http://${config.HOST === "0.0.0.0" ? "127.0.0.1" : config.HOST}:${port}`,
    async stop() {
      stopping = true;
      turns.stop();
      // New arrivals go to another process from now on; whoever is here is sent there, when their save is done.
      const closed = new Promise((resolve) => http.close(resolve));
      await live.leave();
      await sweep.stop();
      // Open requests are waited for, but not one that never ends.
      const longEnough = setTimeout(() => http.closeAllConnections(), 2_000);
      await live.close();
      await closed;
      clearTimeout(longEnough);
      // Others close no test for which something still waits here, for as long as they are told.
      await app.drain();
      await told.stop();
      await app.close();
    },
  };
}

async function contextOf(
  { app, config, log, requests }: Pick<ServerDeps, "app" | "config" | "log"> & Pick<Context, "requests">,
  request: express.Request,
  response: express.Response,
): Promise<Context> {
  const token = await tokenIn(request.headers.cookie);
  const tokenHash = token === null ? null : sha256(token);
  const found = tokenHash === null ? null : await app.signedIn(tokenHash);
  return {
    cspNonce: response.locals.cspNonce as string,
    actor: found?.actor ?? null,
    tokenHash: found === null ? null : tokenHash,
    attempt: found?.attempt ?? null,
    commands: app.commands,
    views: app.views,
    requests,
    clock: app.clock,
    demonstration: config.demonstration,
    receiptKey: app.secrets.publicKey,
    secureCookies: config.PUBLIC_URL?.startsWith("https:") ?? false,
    address: request.ip ?? "unknown",
    onError(error) {
      const { path, method } = request;
      const theirs = notOurs(error);
      if (theirs) log.debug({ method, path, ...theirs }, "no such page");
      else log.error({ path, error: inBrief(error) }, "page broke");
    },
  };
}

/** What no route answered for: one line in the log, and to the person no word of how the server is built. */
function lastResort(log: Log): express.ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const theirs = error instanceof URIError;
    if (!theirs) log.error({ path: request.path, error: inBrief(error) }, "request broke");
    if (response.headersSent) return next(error);
    const words = theirs
      ? "That address is not written as addresses are."
      : "Something went wrong here. Please try again.";
    response.status(theirs ? 400 : 500).json({ words });
  };
}

function requestLog(log: Log): express.RequestHandler {
  return (request, response, next) => {
    const began = performance.now();
    response.on("finish", () => {
      const took = Math.round(performance.now() - began);
      log.debug({ method: request.method, path: request.path, status: response.statusCode, took }, "request");
      if (response.statusCode >= 500)
        log.error({ method: request.method, path: request.path, status: response.statusCode }, "request failed");
    });
    next();
  };
}

const whyNotListening = (error: Error, port: number) =>
  "code" in error && error.code === "EADDRINUSE"
    ? new Error(
        `Port ${port} is taken, perhaps by an Examhall that runs already. Stop it, or set PORT to another port.`,
      )
    : error;
