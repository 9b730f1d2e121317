import { Form, useNavigation } from "@remix-run/react";
import { Button, LinkButton } from "../../components/button.tsx";
import { ConfirmButton } from "../../components/confirm-button.tsx";
import { PencilIcon } from "../../components/icons.tsx";
import type { BankItem } from "../../store/views/bank-item.ts";

/** What a writer can do with an item. */
export function ItemActions({ found }: { readonly found: BankItem }) {
  const { item, draft, use } = found;
  const busy = useNavigation().formData?.get("intent") === "edit";
  return (
    <>
      {use.retired === null ? (
        <ConfirmButton
          label="Retire"
          title={`Retire ${item.id}?`}
          consequences="No new form is given it any more. Forms that have it keep it, and so does everything that was sat on them. It can be brought back."
          confirmLabel="Retire"
          reason={{ label: "Why", required: true }}
          form={{ fields: { intent: "retire", item: item.id }, as: Form }}
        />
      ) : (
        <ConfirmButton
          label="Bring back into use"
          title={`Bring ${item.id} back into use?`}
          consequences="New forms may have it again, at its newest version."
          confirmLabel="Bring back"
          reason={{ label: "Why", required: true }}
          form={{ fields: { intent: "revive", item: item.id }, as: Form }}
        />
      )}
      {draft === null ? (
        use.retired === null && (
          <Form method="post">
            <Button type="submit" name="intent" value="edit" icon={<PencilIcon />} busy={busy && "Opening"}>
              Edit
            </Button>
          </Form>
        )
      ) : (
        <LinkButton href={`/bank/item-drafts/${draft.id}`} icon={<PencilIcon />}>
          Open the draft
        </LinkButton>
      )}
    </>
  );
}
