import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type ClientActionFunctionArgs, Form, useActionData, useNavigation, useSearchParams } from "@remix-run/react";
import { Button } from "../components/button.tsx";
import { Field } from "../components/field.tsx";
import { Link } from "../components/link.tsx";
import { Panel } from "../components/panel.tsx";
import { fieldsOf, say } from "./answer.ts";
import { signInCookie } from "./cookie.ts";
import { Refusal } from "./refusal.tsx";
import { sent, tryAgain } from "./sent.ts";
import { withinTheSite } from "./staff/within-the-site.ts";
import { StaffPage } from "./staff-frame.tsx";

export const meta = () => [{ title: "Staff sign-in · Examhall" }];

export function loader({ context, request }: LoaderFunctionArgs) {
  const to = withinTheSite(new URL(request.url).searchParams.get("to"));
  return context.actor?.kind === "staff" ? redirect(to) : null;
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { email, password, to } = await fieldsOf(request);
  const signedIn = await context.commands.people.signInStaff(context.actor, {
    email,
    password,
    address: context.address,
  });
  if (!signedIn.ok) return say(signedIn);
  return redirect(withinTheSite(to), {
    headers: { "Set-Cookie": await signInCookie(context, signedIn.token, signedIn.expiresAt) },
  });
}

export const clientAction = (asked: ClientActionFunctionArgs) => sent(asked, { about: () => ({ words: tryAgain }) });

export default function SignIn() {
  const said = useActionData<typeof action>();
  const [search] = useSearchParams();
  const sending = useNavigation().state !== "idle";
  return (
    <StaffPage
      title="Staff sign-in"
      lead="For invigilators, exams officers, examiners and everybody else who works here."
      width="text"
    >
      <Panel>
        <Form method="post" className="grid gap-5" noValidate>
          {said && <Refusal title="You are not signed in" said={said} />}
          <input type="hidden" name="to" value={search.get("to") ?? "/"} />
          <Field
            label="E-mail address"
            name="email"
            type="email"
            autoComplete="username"
            error={said?.fields.email}
            required
          />
          <Field
            label="Password"
            name="password"
            type="password"
            autoComplete="current-password"
            error={said?.fields.password}
            required
          />
          <div>
            <Button type="submit" busy={sending && "Signing in"}>
              Sign in
            </Button>
          </div>
        </Form>
      </Panel>
      <p className="mt-6 text-ink-soft">
        Taking a test? <Link href="/learner">Sign in with your candidate number and keycode</Link>.
      </p>
    </StaffPage>
  );
}
