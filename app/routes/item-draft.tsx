import type { LoaderFunctionArgs } from "@remix-run/node";
import { type ShouldRevalidateFunctionArgs, useLoaderData } from "@remix-run/react";
import { useState } from "react";
import { Breadcrumbs } from "../components/breadcrumbs.tsx";
import { Notice } from "../components/notice.tsx";
import { read } from "./answer.ts";
import "./author/author.css";
import { EditorBar } from "./author/editor-bar.tsx";
import { EditorScreen } from "./author/editor-screen.tsx";
import { OthersNotice } from "./author/saving/others-notice.tsx";
import { OvertakenPanel } from "./author/saving/overtaken-panel.tsx";
import { useOthers } from "./author/saving/use-others.ts";
import { WaitToLeave } from "./author/saving/wait-to-leave.tsx";
import { useItemEditor } from "./author/use-item-editor.ts";
import { StaffPage } from "./staff-frame.tsx";

export const meta = () => [{ title: "Draft of an item · Question bank · Examhall" }];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const found = await read(context.views.authoring.draft(context.actor, { draft: params.draft }), request);
  return { ...found, page: crypto.randomUUID() };
}

/** A page whose draft is another is another page; else what is written stands, and only its steps are read again. */
export const shouldRevalidate = ({ actionStatus = 200 }: ShouldRevalidateFunctionArgs) => actionStatus < 400;

export default function ItemDraftPage() {
  const found = useLoaderData<typeof loader>();
  return <Draft key={found.draft.id} found={found} />;
}

type Found = ReturnType<typeof useLoaderData<typeof loader>>;

function Draft({ found }: { readonly found: Found }) {
  const { draft, specification, stimuli, pictures, may } = found;
  const [page] = useState(found.page);
  const editor = useItemEditor({ draft: draft.id, revision: draft.revision, content: draft.content });
  const presence = useOthers(draft.id, page, found.others, may.edit);
  return (
    <StaffPage
      title={editor.item.title || draft.itemId}
      width="full"
      breadcrumbs={
        <Breadcrumbs
          items={[
            { href: "/bank", label: "Question bank" },
            { href: "/bank/item-drafts", label: "Drafts" },
            { label: draft.itemId },
          ]}
        />
      }
    >
      <EditorScreen
        draft={draft.id}
        editor={editor}
        specification={specification}
        stimuli={stimuli}
        pictures={pictures}
        comments={null}
        commentCount={found.comments.filter(({ resolved }) => resolved === null).length}
        bar={(faults) => (
          <>
            <EditorBar editor={editor} faults={faults} />
            <div className="mb-4 grid gap-3 empty:hidden">
              <OthersNotice others={presence.others} />
              <OvertakenPanel draft={draft.id} editor={editor} />
              {editor.saving.kind === "refused" && (
                <Notice tone="bad" live title="The last changes were not saved">
                  {editor.saving.words}
                </Notice>
              )}
              {editor.saving.kind === "unheard" && (
                <Notice tone="warn" live title="Not saved yet">
                  {editor.saving.words}
                </Notice>
              )}
            </div>
          </>
        )}
      />
      <WaitToLeave editor={editor} />
    </StaffPage>
  );
}
