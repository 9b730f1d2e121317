import type { ActionFunctionArgs } from "@remix-run/node";
import { answerOrder } from "./board/answer-order.ts";

/** Where the buttons of the board send what they ask for. */
export async function action(asked: ActionFunctionArgs) {
  const { told, status } = await answerOrder(asked);
  return Response.json(told, { status });
}
