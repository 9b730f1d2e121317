import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type ClientActionFunctionArgs, Form, useActionData, useNavigation } from "@remix-run/react";
import { useEffect } from "react";
import { Button } from "../components/button.tsx";
import { Disclosure } from "../components/disclosure.tsx";
import { Field } from "../components/field.tsx";
import { Link } from "../components/link.tsx";
import { Logo } from "../components/logo.tsx";
import { Page } from "../components/page.tsx";
import { Panel } from "../components/panel.tsx";
import { ThemeControl } from "../components/theme-control.tsx";
import { readCheckCode } from "../exam/entry/check-code.ts";
import { forgetRoom } from "../player/kept-room.ts";
import { fieldsOf, say } from "./answer.ts";
import { signInCookie } from "./cookie.ts";
import { Refusal } from "./refusal.tsx";
import { sent, tryAgain } from "./sent.ts";

export const meta = () => [{ title: "Sign in to your test · Examhall" }];

export const loader = ({ context }: LoaderFunctionArgs) =>
  context.actor?.kind === "candidate" ? redirect("/exam") : null;

export async function action({ context, request }: ActionFunctionArgs) {
  const { candidateNumber, keycode, code } = await fieldsOf(request);
  const { actor, address } = context;
  const { people } = context.commands;
  const byCode = code !== undefined;
  // Shorter than any code that opens a test: whoever checks the room may type it here.
  const check = typeof code === "string" ? readCheckCode(code) : null;
  if (check !== null) return redirect(`/ready?code=${check}`);
  const signedIn = byCode
    ? await people.signInMoved(actor, { code, address })
    : await people.signInCandidate(actor, { candidateNumber, keycode, address });
  if (!signedIn.ok) return { ...say(signedIn), byCode };
  return redirect("/exam", {
    headers: { "Set-Cookie": await signInCookie(context, signedIn.token, signedIn.expiresAt) },
  });
}

export const clientAction = (asked: ClientActionFunctionArgs) =>
  sent(asked, { about: (form) => ({ words: tryAgain, byCode: form.has("code") }) });

const asWritten = { autoComplete: "off", autoCapitalize: "characters", autoCorrect: "off", spellCheck: false } as const;

export default function LearnerSignIn() {
  const said = useActionData<typeof action>();
  const sending = useNavigation().state !== "idle";
  // Nobody is signed in here now, so nobody's test may open without a network.
  useEffect(() => void forgetRoom(), []);
  return (
    <Page bare width="text">
      <div className="mx-auto grid max-w-[30rem] gap-6 pt-[6dvh]">
        <div className="grid justify-items-start gap-3">
          <Logo size={40} />
          <h1 className="text-3xl tracking-[-0.015em]">Sign in to your test</h1>
          <p className="text-lg text-ink-soft">Both are on the slip the invigilator gave you.</p>
        </div>
        <Panel>
          <Form method="post" className="grid gap-5" noValidate>
            {said && !said.byCode && <Refusal title="You are not signed in" said={said} />}
            <Field
              label="Candidate number"
              name="candidateNumber"
              width="short"
              error={said?.fields.candidateNumber}
              required
              {...asWritten}
            />
            <Field
              label="Keycode"
              name="keycode"
              hint="Eight letters and digits. Capitals, spaces and dashes do not matter."
              width="medium"
              className="[&_input]:text-xl [&_input]:tracking-[0.12em] [&_input]:uppercase"
              error={said?.fields.keycode}
              required
              {...asWritten}
            />
            <div>
              <Button type="submit" size="large" busy={sending && "Signing in"}>
                Sign in
              </Button>
            </div>
          </Form>
        </Panel>
        <Panel title="Moving to this computer?">
          <Form method="post" className="grid gap-5" noValidate>
            {said?.byCode && <Refusal title="Your test is not here yet" said={said} />}
            <Field
              label="Code from the invigilator"
              name="code"
              hint="Six letters and digits. Your test goes on where it was."
              width="medium"
              className="[&_input]:text-xl [&_input]:tracking-[0.12em] [&_input]:uppercase"
              error={said?.fields.code}
              required
              {...asWritten}
            />
            <div>
              <Button type="submit" variant="quiet" busy={sending && "Carrying on"}>
                Carry on here
              </Button>
            </div>
          </Form>
        </Panel>
        <p className="text-ink-soft">If it does not work, raise your hand. The invigilator will help you.</p>
        <Disclosure summary="Colours and text size">
          <ThemeControl />
        </Disclosure>
        <p className="text-sm">
          <Link href="/exam/spare">Keep this computer as a spare</Link>
        </p>
      </div>
    </Page>
  );
}
