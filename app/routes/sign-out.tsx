import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { signOutCookie } from "./cookie.ts";

/** Nothing to look at: whoever types the address goes to the start. */
export const loader = () => redirect("/");

export async function action({ context }: ActionFunctionArgs) {
  if (context.tokenHash !== null)
    await context.commands.people.signOut(context.actor, { tokenHash: context.tokenHash });
  return redirect("/", { headers: { "Set-Cookie": await signOutCookie(context) } });
}
