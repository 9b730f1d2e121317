import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { Button } from "../components/button.tsx";
import { Field } from "../components/field.tsx";
import { Panel } from "../components/panel.tsx";
import { read } from "./answer.ts";
import { StaffPage } from "./staff-frame.tsx";

export const meta = () => [{ title: "Replay · Examhall" }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const of = new URL(request.url).searchParams.get("of")?.trim() ?? "";
  const { attempt } = await read(context.views.replay.find(context.actor, { of }), request);
  if (attempt !== null) throw redirect(`/replay/${attempt}`);
  return { of };
}

export default function ReplayFind() {
  const { of } = useLoaderData<typeof loader>();
  return (
    <StaffPage
      title="Replay"
      lead="See a test again as its learner saw it, second by second. Every opening is written down with its reason."
      width="text"
    >
      <Panel>
        <Form method="get" className="grid gap-5">
          <Field
            label="Which test"
            name="of"
            hint="The code of its receipt, or the identifier of the attempt."
            defaultValue={of}
            error={of !== "" && "No test has this code or identifier."}
            autoComplete="off"
            spellCheck={false}
            required
          />
          <div>
            <Button type="submit">Find</Button>
          </div>
        </Form>
      </Panel>
    </StaffPage>
  );
}
