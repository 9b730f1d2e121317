import { Form, useNavigation } from "@remix-run/react";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { Disclosure } from "../../components/disclosure.tsx";
import { Field } from "../../components/field.tsx";
import { Panel } from "../../components/panel.tsx";
import type { CentreChoice } from "../../store/views/staff-list.ts";
import type { Said } from "../answer.ts";
import { Refusal } from "../refusal.tsx";
import { PasswordFields } from "./password-fields.tsx";
import { RoleFields } from "./role-fields.tsx";

type Props = { readonly centres: readonly CentreChoice[]; readonly said: Said | undefined };

/** Opens an account; put away until it is wanted, and open while something in it is wrong. */
export function AddStaff({ centres, said }: Props) {
  const sending = useNavigation().formData?.get("intent") === "add";
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  return (
    <Disclosure summary="Add a member of staff" open={said !== undefined}>
      <Panel className="mt-2">
        <Form method="post" noValidate className="grid gap-5">
          {said && <Refusal title="The account is not opened" said={said} />}
          <input type="hidden" name="intent" value="add" />
          <div className="grid items-start gap-5 sm:grid-cols-2">
            <div className="grid gap-5">
              <Field
                label="Name"
                name="name"
                autoComplete="off"
                error={said?.fields.name}
                onChange={(event) => setName(event.target.value)}
                required
              />
              <Field
                label="E-mail address"
                name="email"
                type="email"
                autoComplete="off"
                error={said?.fields.email}
                onChange={(event) => setEmail(event.target.value)}
                required
              />
            </div>
            <div className="grid gap-2">
              <PasswordFields label="First password" id="password" about={[name, email]} fields={said?.fields} />
            </div>
          </div>
          <RoleFields id="new" centres={centres} held={[]} />
          <div>
            <Button type="submit" busy={sending && "Opening"}>
              Open the account
            </Button>
          </div>
        </Form>
      </Panel>
    </Disclosure>
  );
}
