import type { ActionFunctionArgs } from "@remix-run/node";
import { examAnswer } from "./exam-answer.ts";

export const action = async ({ context }: ActionFunctionArgs) =>
  examAnswer(await context.views.readiness.key(context.actor, {}));
