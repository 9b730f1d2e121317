import { Form } from "@remix-run/react";
import { Button } from "../../components/button.tsx";
import { Field } from "../../components/field.tsx";
import { Logo } from "../../components/logo.tsx";
import { Page } from "../../components/page.tsx";
import { Panel } from "../../components/panel.tsx";
import { lineToType } from "../../exam/invigilation/readiness/keyboard.ts";
import type { Said } from "../answer.ts";
import { Refusal } from "../refusal.tsx";

const asWritten = { autoComplete: "off", autoCorrect: "off", spellCheck: false } as const;

/** Where a computer takes its dummy seat: everything that wants a person at the keyboard is asked here, once. */
export function JoinCheck({ code, said, busy }: { code: string; said: Said | undefined; busy: boolean }) {
  return (
    <Page bare width="text">
      <div className="mx-auto grid max-w-[34rem] gap-6 pt-[6dvh]">
        <div className="grid justify-items-start gap-3">
          <Logo size={40} />
          <h1 className="text-3xl tracking-[-0.015em]">Check this computer</h1>
          <p className="text-lg text-ink-soft">
            Finds out whether a test can be held here. It uses practice questions only and leaves nothing behind.
          </p>
        </div>
        <Panel>
          <Form method="post" className="grid gap-5" noValidate>
            {said && <Refusal title="The check has not begun" said={said} />}
            <Field
              label="Code of the check"
              name="code"
              hint="Five letters and digits, on the page of the check."
              width="short"
              className="[&_input]:text-xl [&_input]:tracking-[0.12em] [&_input]:uppercase"
              defaultValue={code}
              error={said?.fields.code}
              required
              autoCapitalize="characters"
              {...asWritten}
            />
            <Field
              label="Name of this computer"
              name="name"
              hint="What its label or the seating plan says, so that it can be found again."
              error={said?.fields.name}
              optional
              {...asWritten}
            />
            <div className="grid gap-2">
              <Field
                label="Type the line below, to try the keyboard"
                name="typed"
                optional
                autoCapitalize="off"
                {...asWritten}
              />
              <p className="rounded-md bg-sunken px-3 py-2 text-lg font-bold select-none">{lineToType}</p>
            </div>
            <div>
              <Button type="submit" size="large" busy={busy && "Beginning"}>
                Begin
              </Button>
            </div>
          </Form>
        </Panel>
      </div>
    </Page>
  );
}

/** Nothing is taken from somebody who is signed in, a learner's test least of all. */
export function SignedInHere({ name }: { name: string }) {
  return (
    <Page
      title="Somebody is signed in on this computer"
      lead={`${name} is signed in here. Sign out first, or check another computer.`}
      width="text"
    >
      <Form method="post" action="/sign-out">
        <Button type="submit" variant="quiet">
          Sign out
        </Button>
      </Form>
    </Page>
  );
}
