import type { ActionFunctionArgs } from "@remix-run/node";
import { type ClientActionFunctionArgs, Form, useActionData, useNavigation } from "@remix-run/react";
import { Button } from "../components/button.tsx";
import { Field } from "../components/field.tsx";
import { DesksIcon } from "../components/icons.tsx";
import { Panel } from "../components/panel.tsx";
import { CalmScreen } from "../player/screens/calm-screen.tsx";
import { Spare } from "../player/screens/spare.tsx";
import { fieldsOf, say } from "./answer.ts";
import { Refusal } from "./refusal.tsx";
import { sent } from "./sent.ts";
import { useStayWithTest } from "./use-stay-with-test.ts";

export const meta = () => [{ title: "Spare computer · Examhall" }];

export async function action({ context, request }: ActionFunctionArgs) {
  const { code } = await fieldsOf(request);
  const opened = await context.commands.copies.openSpare(context.actor, { code, address: context.address });
  return opened.ok ? opened : say(opened);
}

export const clientAction = (asked: ClientActionFunctionArgs) => sent(asked);

/** A computer of the room that is kept for when another one breaks down. Nobody signs in here. */
export default function ExamSpare() {
  const said = useActionData<typeof action>();
  const sending = useNavigation().state !== "idle";
  const onMustStay = useStayWithTest();
  if (said?.ok) {
    const { pass, name, room, title } = said;
    return <Spare pass={pass} name={name} room={room} title={title} onMustStay={onMustStay} />;
  }
  return (
    <CalmScreen
      title="Keep this computer as a spare"
      lead="When a computer in the room breaks down while the server cannot be reached, its learner goes on here."
      icon={<DesksIcon />}
    >
      <Panel>
        <Form method="post" className="grid gap-5" noValidate>
          {said && <Refusal title="This computer is not a spare yet" said={said} />}
          <Field
            label="Code of the room"
            name="code"
            hint="On the invigilator’s board, under “Spare computers”."
            width="medium"
            className="[&_input]:text-xl [&_input]:tracking-[0.12em] [&_input]:uppercase"
            error={said?.fields.code}
            required
            autoComplete="off"
            autoCapitalize="characters"
            autoCorrect="off"
            spellCheck={false}
          />
          <div>
            <Button type="submit" busy={sending && "Looking for the room"}>
              Keep as a spare
            </Button>
          </div>
        </Form>
      </Panel>
    </CalmScreen>
  );
}
