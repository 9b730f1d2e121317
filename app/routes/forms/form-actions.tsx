import { Form, useNavigation } from "@remix-run/react";
import { LinkButton } from "../../components/button.tsx";
import { ConfirmButton } from "../../components/confirm-button.tsx";
import { EyeIcon } from "../../components/icons.tsx";
import { formMakers } from "../../exam/form/form-makers.ts";
import type { Role } from "../../exam/people/actor.ts";
import { useRoot } from "../staff-frame.tsx";

export const makesForms = (roles: readonly Role[] | undefined) =>
  roles?.some((role) => formMakers.includes(role)) ?? false;

type Props = { readonly form: string; readonly name: string; readonly inUse: boolean };

/** What can be done with a frozen form: look at it as a learner, print it, take it out of use. */
export function FormActions({ form, name, inUse }: Props) {
  const { me } = useRoot();
  const sending = useNavigation().formMethod === "POST";
  if (!makesForms(me?.roles)) return null;
  return (
    <>
      <LinkButton href={`/bank/forms/${form}/preview`} variant="quiet" icon={<EyeIcon />}>
        Preview and print
      </LinkButton>
      {inUse && (
        <ConfirmButton
          label="Take out of use"
          title={`Take ${name} out of use?`}
          consequences="No learner is given it at booking any more. Those who have it already keep it, and everything that was sat on it stays."
          confirmLabel="Take out of use"
          reason={{ label: "Why", required: true }}
          busy={sending && "Taking out of use"}
          form={{ as: Form }}
        />
      )}
    </>
  );
}
