import type { ActionFunctionArgs, AppLoadContext } from "@remix-run/node";
import { longestBatch } from "../exam/attempt/batch.ts";
import type { Entry } from "../exam/attempt/entry.ts";
import type { Actor } from "../exam/people/actor.ts";
import { signInCookie } from "./cookie.ts";
import { examAnswer, examMessage } from "./exam-answer.ts";

/**
 * A computer that went on from the room's copy reports to the server: the learner is signed in there, what was copied is saved
 * as the old computer's, in several messages where it is much, and with the last of them the place changes hands. All of it may
 * be said again until the answer has arrived.
 */
export async function action({ context, request }: ActionFunctionArgs) {
  const { copies } = context.commands;
  const message = fieldsIn(await examMessage(request));
  const signedIn = await copies.comeWithCopy(context.actor, { ...message, address: context.address });
  if (!signedIn.ok) return examAnswer(signedIn);
  const saved = await saveAll(context, signedIn.learner, message);
  if (!saved.ok) return examAnswer(saved);
  const taken =
    message.more === true ? ({ ok: true, counts: true } as const) : await copies.takePlace(signedIn.learner, message);
  const answer = examAnswer(taken);
  if (taken.ok) answer.headers.set("Set-Cookie", await signInCookie(context, signedIn.token, signedIn.expiresAt));
  return answer;
}

const fieldsIn = (message: unknown): Readonly<Record<string, unknown>> =>
  typeof message === "object" && message !== null ? { ...message } : {};

/** Also where nothing was copied: the old machine was at work until it died, and that is the last that is heard of it. */
async function saveAll(
  { commands }: Pick<AppLoadContext, "commands">,
  learner: Actor,
  { attempt, from, entries }: Readonly<Record<string, unknown>>,
) {
  const all: readonly Entry[] = Array.isArray(entries) ? entries : [];
  for (let at = 0; at === 0 || at < all.length; at += longestBatch) {
    const saved = await commands.attempts.save(learner, {
      attempt,
      lease: from,
      entries: all.slice(at, at + longestBatch),
    });
    if (!saved.ok) return saved;
  }
  return { ok: true as const };
}
