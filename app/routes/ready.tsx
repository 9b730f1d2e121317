import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import {
  type ClientActionFunctionArgs,
  Form,
  useActionData,
  useLoaderData,
  useNavigation,
  useSearchParams,
} from "@remix-run/react";
import { Button } from "../components/button.tsx";
import { keyboardFrom } from "../exam/invigilation/readiness/keyboard.ts";
import { ReadyMachine } from "../player/readiness/ready-machine.tsx";
import { fieldsOf, say } from "./answer.ts";
import { signInCookie, signOutCookie } from "./cookie.ts";
import { JoinCheck, SignedInHere } from "./readiness/join-check.tsx";
import { sent } from "./sent.ts";

export const meta: MetaFunction = () => [{ title: "Check this computer · Examhall" }];

/** Who sits here: a computer of an open check, somebody who is signed in, or nobody. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const { actor } = context;
  const search = new URL(request.url).searchParams;
  if (actor !== null && actor.kind !== "dummy-seat") return { as: "somebody", name: actor.name } as const;
  const found = actor && (await context.views.readiness.machine(actor, {}));
  if (found?.ok) return { as: "machine", machine: found.machine } as const;
  return { as: "nobody", code: search.get("code") ?? "" } as const;
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { intent, code, name, typed } = await fieldsOf(request);
  const { actor, address, tokenHash } = context;
  if (intent === "leave") {
    if (tokenHash !== null) await context.commands.people.signOut(actor, { tokenHash });
    return redirect("/ready", { headers: { "Set-Cookie": await signOutCookie(context) } });
  }
  const joined = await context.commands.readiness.join(actor, { code, name, address });
  if (!joined.ok) return say(joined);
  const keyboard = keyboardFrom(typeof typed === "string" ? typed : "");
  return redirect(`/ready?keyboard=${keyboard}`, {
    headers: { "Set-Cookie": await signInCookie(context, joined.token, joined.expiresAt) },
  });
}

export const clientAction = (asked: ClientActionFunctionArgs) => sent(asked);

export default function Ready() {
  const found = useLoaderData<typeof loader>();
  const said = useActionData<typeof action>();
  const busy = useNavigation().state !== "idle";
  const [search] = useSearchParams();
  switch (found.as) {
    case "somebody":
      return <SignedInHere name={found.name} />;
    case "nobody":
      return <JoinCheck code={found.code} said={said} busy={busy} />;
    case "machine":
      return <ReadyMachine machine={found.machine} keyboard={keyboardIn(search.get("keyboard"))} leave={<Leave />} />;
  }
}

const keyboardIn = (text: string | null) => (text === "right" || text === "wrong" ? text : "untried");

function Leave() {
  return (
    <Form method="post">
      <input type="hidden" name="intent" value="leave" />
      <Button type="submit">Done with this computer</Button>
    </Form>
  );
}
