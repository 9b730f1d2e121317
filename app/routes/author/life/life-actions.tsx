import { useFetcher } from "@remix-run/react";
import { LinkButton } from "../../../components/button.tsx";
import { ConfirmButton } from "../../../components/confirm-button.tsx";
import { SendIcon, TickIcon } from "../../../components/icons.tsx";
import type { ItemDraftFound } from "../../../store/views/item-draft.ts";
import type { Said } from "../../answer.ts";
import { Refusal } from "../../refusal.tsx";
import type { ItemEditor } from "../use-item-editor.ts";

export const lifeSteps = {
  send: "sendToReview",
  return: "returnToWriter",
  approve: "approve",
  publish: "publish",
  drop: "drop",
} as const;
export type LifeStep = keyof typeof lifeSteps;

type Props = {
  readonly found: Pick<ItemDraftFound, "draft" | "may" | "mine">;
  readonly editor: ItemEditor;
  readonly faults: number;
};

/** Sends one step in the life of a draft, once everything that was written is saved. */
export function useLifeStep({ saver }: ItemEditor) {
  const fetcher = useFetcher<Said | null>();
  const take = async (intent: LifeStep, words = "") => {
    if (!(await saver.flush())) return;
    fetcher.submit({ intent, words, revision: String(saver.revision()) }, { method: "post" });
  };
  return { take, isBusy: fetcher.state !== "idle", said: fetcher.data ?? null };
}

/** Where a draft can go from here, for whoever looks. */
export function LifeActions({
  found: { draft, may, mine },
  step,
  faults,
}: Omit<Props, "editor"> & { readonly step: ReturnType<typeof useLifeStep> }) {
  const { take, isBusy } = step;
  const { state } = draft;
  if (state === "live") {
    return (
      draft.published && (
        <LinkButton href={`/bank/items/${draft.published.versionId}`}>See version {draft.published.version}</LinkButton>
      )
    );
  }
  if (state === "dropped") return null;
  return (
    <>
      {may.edit && (
        <ConfirmButton
          label="Drop"
          size="small"
          variant="plain"
          title={`Drop this draft of ${draft.itemId}?`}
          consequences={
            draft.base === null
              ? "The draft is closed, and the item never comes into the bank."
              : `The draft is closed. Version ${draft.base.version} of the item stays as it is.`
          }
          confirmLabel="Drop it"
          reason={{ label: "Why" }}
          onConfirm={(words) => take("drop", words)}
        />
      )}
      {state === "draft" && may.send && (
        <ConfirmButton
          label="Send to review"
          size="small"
          variant="primary"
          icon={<SendIcon />}
          disabled={faults > 0}
          busy={isBusy && "Sending"}
          title="Send this draft to review?"
          consequences="Somebody who has written none of it reads it, and approves it or returns it. Any change after this makes it a draft again."
          reason={{ label: "For the reviewer", hint: "What to look at, perhaps" }}
          onConfirm={(words) => take("send", words)}
        />
      )}
      {state !== "draft" && may.edit && (
        <ConfirmButton
          label={mine ? "Take back" : "Return to the writer"}
          size="small"
          variant="quiet"
          busy={isBusy}
          title={mine ? "Take this draft back?" : "Return this draft to its writer?"}
          consequences="It is a draft again. The writer reads your words beside it."
          confirmLabel={mine ? "Take it back" : "Return it"}
          reason={{ label: "What is to be done", required: true }}
          onConfirm={(words) => take("return", words)}
        />
      )}
      {may.review && (
        <ConfirmButton
          label="Approve"
          size="small"
          variant="primary"
          icon={<TickIcon />}
          busy={isBusy && "Approving"}
          title="Approve this draft?"
          consequences="You approve exactly what stands here. It can then be published."
          reason={{ label: "Words with it" }}
          onConfirm={(words) => take("approve", words)}
        />
      )}
      {may.publish && (
        <ConfirmButton
          label="Publish"
          size="small"
          variant="primary"
          icon={<TickIcon />}
          busy={isBusy && "Publishing"}
          title={`Publish ${draft.itemId}?`}
          consequences="It becomes the next version of the item, for ever. New forms get it; forms that are frozen keep the version they have."
          onConfirm={() => take("publish")}
        />
      )}
    </>
  );
}

/** Why a step was not taken. */
export function StepRefused({ said }: { readonly said: Said | null }) {
  return said === null ? null : <Refusal title="Nothing was changed" said={said} />;
}
