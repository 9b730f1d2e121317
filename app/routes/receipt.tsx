import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { Button } from "../components/button.tsx";
import { Disclosure } from "../components/disclosure.tsx";
import { Field } from "../components/field.tsx";
import { Link } from "../components/link.tsx";
import { Panel } from "../components/panel.tsx";
import { say } from "./answer.ts";
import { ReceiptPanel } from "./receipt/receipt-panel.tsx";
import { Refusal } from "./refusal.tsx";
import { StaffPage } from "./staff-frame.tsx";

export const meta = () => [{ title: "Check a receipt · Examhall" }];

/** The code is in the address, so that what is found can be reloaded, printed and sent on. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const code = new URL(request.url).searchParams.get("code")?.trim() ?? "";
  if (code === "") return { code, receipt: null, wrong: null };
  const looked = await context.commands.receipts.lookUp(context.actor, { code, address: context.address });
  return looked.ok ? { code, receipt: looked.receipt, wrong: null } : { code, receipt: null, wrong: say(looked) };
}

export default function Receipt() {
  const { code, receipt, wrong } = useLoaderData<typeof loader>();
  return (
    <StaffPage
      title={
        receipt ? (
          <>
            Receipt <span className="inline-block">{receipt.code}</span>
          </>
        ) : (
          "Check a receipt"
        )
      }
      lead={!receipt && "Every ended test has a receipt. Its code says what was received, and when."}
      width="text"
    >
      <div className="grid gap-6">
        {receipt && <ReceiptPanel receipt={receipt} />}
        <Panel title={receipt ? "Check another receipt" : undefined} className="print:hidden">
          <Form method="get" className="grid gap-5">
            {wrong && <Refusal title="This code was not found" said={wrong} />}
            <Field
              key={code}
              label="Code of the receipt"
              name="code"
              hint="Three groups of four letters and digits. Capitals, spaces and dashes do not matter."
              width="medium"
              className="[&_input]:text-xl [&_input]:tracking-[0.08em] [&_input]:uppercase"
              defaultValue={receipt ? "" : code}
              error={wrong?.fields.code}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              required
            />
            <div>
              <Button type="submit">Check</Button>
            </div>
          </Form>
        </Panel>
        <div className="print:hidden">
          <Disclosure summary="How a receipt can be checked without us">
            <p className="measure">
              A saved receipt is signed with Ed25519. Whoever has our <Link href="/receipt/key">public key</Link> can
              check the signature over its text: with the command <code>examhall receipt verify</code>, or with any
              other program that knows this kind of signature.
            </p>
          </Disclosure>
        </div>
      </div>
    </StaffPage>
  );
}
