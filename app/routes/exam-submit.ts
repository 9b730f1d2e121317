import type { ActionFunctionArgs } from "@remix-run/node";
import { examAnswer, examMessage } from "./exam-answer.ts";

/** The last entries travel with the handing in, and are saved before it. */
export async function action({ context, request }: ActionFunctionArgs) {
  const { attempts } = context.commands;
  const message = await examMessage(request);
  if (carriesEntries(message)) {
    const saved = await attempts.save(context.actor, message);
    if (!saved.ok) return examAnswer(saved);
  }
  return examAnswer(await attempts.submit(context.actor, message));
}

const carriesEntries = (message: unknown) =>
  typeof message === "object" &&
  message !== null &&
  "entries" in message &&
  Array.isArray(message.entries) &&
  message.entries.length > 0;
