import { Form, useNavigation } from "@remix-run/react";
import { type ReactNode, useEffect, useState } from "react";
import { Button } from "../../components/button.tsx";
import { Checkbox } from "../../components/checkbox.tsx";
import { ConfirmButton } from "../../components/confirm-button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import type { CentreChoice, StaffLine } from "../../store/views/staff-list.ts";
import type { Said } from "../answer.ts";
import { Refusal } from "../refusal.tsx";
import { PasswordFields } from "./password-fields.tsx";
import { RoleFields } from "./role-fields.tsx";

type Props = {
  readonly line: StaffLine;
  readonly centres: readonly CentreChoice[];
  readonly said: (Said & { readonly intent: string }) | undefined;
};

/** Everything that can be changed about one account. It opens again when the change was refused, with the reason. */
export function AccountDialog({ line, centres, said }: Props) {
  const [open, setOpen] = useState(false);
  const { state } = useNavigation();
  useEffect(() => {
    if (state === "loading") setOpen(false);
  }, [state]);
  useEffect(() => {
    if (said !== undefined) setOpen(true);
  }, [said]);
  const fields = { staff: line.id };
  return (
    <>
      <Button size="small" variant="quiet" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        Change<span className="sr-only"> {line.name}</span>
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={line.name} width="wide">
        {said && <Refusal title="Nothing has changed" said={said} />}
        <Part title="Roles and connections">
          <AccountForm line={line} intent="roles" send="Save roles">
            <RoleFields id={line.id} centres={centres} held={line.roles} />
            <fieldset>
              <legend className="font-bold">Never marks learners of</legend>
              {centres.map((centre) => (
                <Checkbox
                  key={centre.id}
                  id={`${line.id}-affiliation-${centre.id}`}
                  name="affiliations"
                  value={centre.id}
                  label={centre.name}
                  defaultChecked={line.affiliations.includes(centre.id)}
                />
              ))}
            </fieldset>
          </AccountForm>
        </Part>
        <Part title="Password">
          <AccountForm line={line} intent="password" send="Set the password">
            <PasswordFields
              label="New password"
              id={`${line.id}-password`}
              about={[line.name, line.email]}
              fields={said?.intent === "password" ? said.fields : undefined}
            />
          </AccountForm>
        </Part>
        <Part title="Account">
          <div className="flex flex-wrap gap-3">
            <ConfirmButton
              label="Sign out everywhere"
              title={`Sign ${line.name} out everywhere?`}
              consequences="Every browser where this account is signed in is signed out at once. It can sign in again."
              disabled={line.signedIn === 0}
              form={{ fields: { ...fields, intent: "end-sign-ins" }, as: Form }}
            />
            {line.enabled ? (
              <ConfirmButton
                label="Close the account"
                variant="danger"
                title={`Close ${line.name}'s account?`}
                consequences="It is signed out at once and cannot sign in. What was done with it stays in its name."
                disabled={line.isSelf}
                form={{ fields: { ...fields, intent: "disable" }, as: Form }}
              />
            ) : (
              <AccountForm line={line} intent="enable" send="Open the account again" />
            )}
          </div>
          {line.isSelf && <p className="mt-2 text-sm text-ink-soft">You cannot close your own account.</p>}
        </Part>
      </Dialog>
    </>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="border-t border-line pt-4">
      <h3 className="mb-3 text-lg">{title}</h3>
      {children}
    </section>
  );
}

type FormProps = {
  readonly line: StaffLine;
  readonly intent: string;
  readonly send: string;
  readonly children?: ReactNode;
};

function AccountForm({ line, intent, send, children }: FormProps) {
  const { formData } = useNavigation();
  const sending = formData?.get("intent") === intent && formData.get("staff") === line.id;
  return (
    <Form method="post" noValidate className="grid gap-4">
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="staff" value={line.id} />
      {children}
      <div>
        <Button type="submit" variant="quiet" busy={sending && "Saving"}>
          {send}
        </Button>
      </div>
    </Form>
  );
}
