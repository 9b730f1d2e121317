import type { ActionFunctionArgs } from "@remix-run/node";
import { examAnswer, examMessage } from "./exam-answer.ts";

/** How the attempt stands, for a player whose network lets no socket through. It asks as the seat it holds. */
export async function action({ context, request }: ActionFunctionArgs) {
  const attended = await context.commands.attempts.attend(context.actor, await examMessage(request));
  if (!attended.ok) return examAnswer(attended);
  const { state, announcements } = attended;
  return examAnswer({ ok: true, ...{ state, announcements } });
}
