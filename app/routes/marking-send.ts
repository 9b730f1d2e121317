import type { ActionFunctionArgs } from "@remix-run/node";
import { inWords, refusals } from "../exam/people/refusals.ts";

const doings = ["take", "give", "sendToSenior", "undo", "putBack"] as const;

/** One step at the marking desk as JSON: `{does, …}` in, the command's answer out, with the refusal in words. */
export async function action({ context, request }: ActionFunctionArgs) {
  const { does, ...input } = Object(await request.json().catch(() => null));
  const doing = doings.find((name) => name === does);
  if (doing === undefined) return Response.json({ ok: false }, { status: 404 });
  const answer = await context.commands.marking[doing](context.actor, input);
  if (answer.ok) return Response.json(answer);
  return Response.json({ ...answer, words: inWords(answer) }, { status: refusals[answer.refusal].status });
}
