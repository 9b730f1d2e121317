import type { ActionFunctionArgs } from "@remix-run/node";
import { type Refused, refusals } from "../../exam/people/refusals.ts";
import type { Instant } from "../../exam/time/time.ts";
import { fieldsOf, say } from "../answer.ts";
import { intents, isIntent } from "./intents.ts";
import type { Told } from "./told.ts";

/** Does what a form of the board asks for, and says what became of it. */
export async function answerOrder({
  context,
  params,
  request,
}: Pick<ActionFunctionArgs, "context" | "params" | "request">): Promise<{
  readonly told: Told;
  readonly status: number;
}> {
  const { intent, ...fields } = await fieldsOf(request);
  if (!isIntent(intent))
    return { told: { ok: false, words: "The board does not know how to do that.", fields: {} }, status: 422 };
  const { run, done } = intents[intent];
  const answer = await run({ context, sitting: params.sitting ?? "", fields, now: context.clock.now() });
  return answer.ok
    ? { told: { ok: true, intent, words: done(answer), ...codeOf(answer) }, status: 200 }
    : { told: { ...say(answer), ...takenBy(answer) }, status: refusals[answer.refusal].status };
}

const takenBy = ({ refusal }: Refused) => (refusal === "changed-since" ? { taken: true as const } : {});

type Coded = { readonly code?: string; readonly until?: Instant; readonly number?: number };

const codeOf = ({ code, until, number }: Coded) =>
  code === undefined || until === undefined || number === undefined ? {} : { move: { code, until, number } };
