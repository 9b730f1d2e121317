import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import type { ClientActionFunctionArgs } from "@remix-run/react";
import { fieldsOf, say } from "./answer.ts";
import { sent } from "./sent.ts";

/** Takes a form out of use and goes back to it; a refusal comes as its words. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { reason } = await fieldsOf(request);
  const retired = await context.commands.forms.retire(context.actor, { form: params.form, why: reason });
  return retired.ok ? redirect(`/bank/forms/${params.form}`) : say(retired);
}

export const clientAction = (asked: ClientActionFunctionArgs) => sent(asked);
