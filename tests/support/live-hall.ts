import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { io, type Socket } from "socket.io-client";
import { expect } from "vitest";
import type { Actor } from "../../app/exam/people/actor.ts";
import { after, minutes } from "../../app/exam/time/time.ts";
import type { ClientToServer, ServerToClient } from "../../app/live/contract.ts";
import { openLive } from "../../app/open-live.ts";
import { newToken, sha256 } from "../../app/platform/secrets.ts";
import { signInCookie } from "../../app/routes/cookie.ts";
import type { ExamDatabase } from "./database.ts";

type Process = { readonly app?: ExamDatabase["app"]; readonly redisUrl?: string };

export type Line = Socket<ServerToClient, ClientToServer>;

/** The sockets of the server on a port of their own, and people who connect to them. */
export async function liveHall(exam: ExamDatabase, { app = exam.app, redisUrl }: Process = {}) {
  const http = createServer();
  const errors: unknown[] = [];
  const live = openLive({
    http,
    app,
    config: { ...exam.config, REDIS_URL: redisUrl },
    secret: exam.secret,
    log: { error: (what: unknown) => void errors.push(what), warn() {} },
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const lines: Line[] = [];

  const connect = (headers: Record<string, string>, auth: Record<string, string> = {}) => {
    const line: Line = io(url, {
      transports: ["websocket"],
      extraHeaders: headers,
      auth,
      reconnection: false,
      forceNew: true,
    });
    lines.push(line);
    return new Promise<Line>((resolve, reject) => {
      line.once("connect", () => resolve(line));
      line.once("connect_error", reject);
    });
  };
  return {
    errors,
    neighbours: live.neighbours,
    leave: live.leave,
    requests: live.requests,
    connect,
    /** Signs somebody in and opens their socket. */
    async enter(actor: Exclude<Actor, { kind: "system" }>) {
      const token = newToken();
      const now = exam.clock.now();
      const whose =
        actor.kind === "staff"
          ? { staffId: actor.id }
          : actor.kind === "candidate"
            ? { bookingId: actor.bookingId }
            : { machineId: actor.id };
      await exam.store.change(async (tx) => {
        await tx.people.addSignIn({
          tokenHash: sha256(token),
          ...whose,
          createdAt: now,
          expiresAt: after(now, minutes(600)),
        });
        return { ok: true };
      });
      const cookie = await signInCookie({ secureCookies: false }, token, Date.now() + 3_600_000);
      return { line: await connect({ cookie: cookie.split(";")[0] ?? "" }), tokenHash: sha256(token) };
    },
    async close() {
      for (const line of lines) line.disconnect();
      await live.close();
      http.close();
    },
  };
}

/** The next message of a kind that fits; fails by itself when none comes in time. */
export const heard = <K extends keyof ServerToClient>(
  line: Line,
  event: K,
  fits: (message: Parameters<ServerToClient[K]>[0]) => boolean = () => true,
) =>
  new Promise<Parameters<ServerToClient[K]>[0]>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`No ${event} was heard within a minute`)), 60_000);
    const listen = (message: Parameters<ServerToClient[K]>[0]) => {
      if (!fits(message)) return;
      clearTimeout(late);
      line.off(event, listen as never);
      resolve(message);
    };
    line.on(event, listen as never);
  });

/** What a page says when it calls a board. */
export const call = { kind: "call", text: "what a browser says of itself" } as const;

/** A learner's page calls a board, which hears by the server's word whose page it is, and answers. */
export async function expectArranged({ line, holder, attempt }: { line: Line; holder: Line; attempt: string }) {
  const called = heard(holder, "arrange");
  expect(await line.emitWithAck("arrange", { ...call, to: holder.id ?? "" })).toEqual({ ok: true });
  expect(await called).toEqual({ ...call, from: line.id, attempt });
  const answered = heard(line, "arrange");
  await holder.emitWithAck("arrange", { kind: "answer", text: "and the board", to: line.id ?? "" });
  expect(await answered).toEqual({ kind: "answer", text: "and the board", from: holder.id, attempt: null });
}
