import type { LoaderFunctionArgs } from "@remix-run/node";
import { examAnswer } from "./exam-answer.ts";

/** The practice questions of the learner's paper; nothing done with them is sent back. */
export const loader = async ({ context }: LoaderFunctionArgs) =>
  examAnswer(await context.views.exam.practice(context.actor, {}));
