import type { ActionFunctionArgs } from "@remix-run/node";
import { examAnswer, examMessage } from "./exam-answer.ts";

export const action = async ({ context, request }: ActionFunctionArgs) =>
  examAnswer(await context.commands.readiness.tellKeyboard(context.actor, await examMessage(request)));
