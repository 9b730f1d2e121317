import type { ActionFunctionArgs } from "@remix-run/node";
import { examAnswer, examMessage } from "./exam-answer.ts";

export async function action({ context, request }: ActionFunctionArgs) {
  return examAnswer(await context.commands.attempts.handIn(context.actor, await examMessage(request)));
}
