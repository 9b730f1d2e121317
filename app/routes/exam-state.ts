import type { ActionFunctionArgs } from "@remix-run/node";
import { examAnswer, examMessage } from "./exam-answer.ts";

/** How the attempt stands, for a player whose network lets no socket through. It asks as the seat it holds. */
export const action = async ({ context, request }: ActionFunctionArgs) =>
  examAnswer(await context.commands.attempts.look(context.actor, await examMessage(request)));
