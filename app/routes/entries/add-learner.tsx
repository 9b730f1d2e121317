import { Form, useNavigation } from "@remix-run/react";
import { Button } from "../../components/button.tsx";
import { Disclosure } from "../../components/disclosure.tsx";
import { Field } from "../../components/field.tsx";
import { Select } from "../../components/select.tsx";
import type { Said } from "../answer.ts";
import { Refusal } from "../refusal.tsx";

type Props = {
  readonly centres: readonly { readonly id: string; readonly name: string }[];
  readonly said: Said | undefined;
};

/** A form put away until it is wanted; it stays open while something in it is wrong. */
export function AddLearner({ centres, said }: Props) {
  const sending = useNavigation().formMethod === "POST";
  return (
    <Disclosure summary="Add a learner to the list" open={said !== undefined}>
      <Form method="post" noValidate className="grid gap-4 py-2">
        {said && <Refusal title="The learner is not added" said={said} />}
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <Field label="Name" name="name" error={said?.fields.name} autoComplete="off" required />
          <Field
            label="Candidate number"
            name="candidateNumber"
            width="short"
            error={said?.fields.candidateNumber}
            autoComplete="off"
            required
          />
          <Field
            label="Date of birth"
            name="dateOfBirth"
            type="date"
            width="short"
            error={said?.fields.dateOfBirth}
            optional
          />
          <Field
            label="Unique learner number"
            name="uln"
            width="short"
            inputMode="numeric"
            error={said?.fields.uln}
            optional
          />
          {centres.length > 1 && (
            <Select
              label="Centre"
              name="centre"
              empty="Choose a centre"
              error={said?.fields.centre}
              options={centres.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
        </div>
        <div>
          <Button type="submit" busy={sending && "Adding"}>
            Add and go on to book
          </Button>
        </div>
      </Form>
    </Disclosure>
  );
}
