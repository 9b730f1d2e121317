import { Form, useNavigation } from "@remix-run/react";
import { Button } from "../../components/button.tsx";
import { Panel } from "../../components/panel.tsx";
import { TextArea } from "../../components/text-area.tsx";
import type { Said } from "../answer.ts";
import { Refusal } from "../refusal.tsx";

/** Nothing of a test is shown before somebody has said why they look. */
export function ReasonForm({ said }: { readonly said: Said | undefined }) {
  const sending = useNavigation().state !== "idle";
  return (
    <Panel title="Why do you open it?">
      <Form method="post" className="grid gap-5" noValidate>
        {said && <Refusal title="It is not opened" said={said} />}
        <TextArea
          label="Reason"
          name="why"
          hint="It goes into the audit log with your name, and cannot be removed. It holds for an hour."
          rows={3}
          error={said?.fields.why}
          required
        />
        <div>
          <Button type="submit" busy={sending && "Opening"}>
            Open the replay
          </Button>
        </div>
      </Form>
    </Panel>
  );
}
