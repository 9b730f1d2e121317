import type { AppLoadContext } from "@remix-run/node";
import { expect, test } from "vitest";
import { refused } from "../exam/people/refusals.ts";
import { instant } from "../exam/time/time.ts";
import type { AttemptState } from "../live/contract.ts";
import { heldRequests } from "../live/held-requests.ts";
import { action } from "./exam-state.ts";

test("a page that somebody before has left open is refused at once, and told nothing of whoever has signed in since", async () => {
  const requests = heldRequests({ clock: { now: () => instant(0) }, process: "p1" });
  const attempt = { attemptId: "a2", sittingId: "s1" };
  requests.looked({ tokenHash: "sign-in", ...attempt });
  const attempts = { look: async () => refused("not-your-attempt") };
  const context = { actor: null, tokenHash: "sign-in", attempt, requests, commands: { attempts } };
  const body = JSON.stringify({ attempt: "a1", heard: { p1: 0 } });
  const request = new Request("http://localhost/exam/state", { method: "POST", body });
  const answering = action({ context: context as unknown as AppLoadContext, request, params: {} });
  await new Promise((next) => setImmediate(next));
  requests.attempt({ attempt: "a2", phase: "running" } as AttemptState);
  expect(await (await answering).json()).toMatchObject({ ok: false, refusal: "not-your-attempt" });
});
