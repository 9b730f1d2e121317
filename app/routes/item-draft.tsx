import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type ClientActionFunctionArgs, type ShouldRevalidateFunctionArgs, useLoaderData } from "@remix-run/react";
import { useState } from "react";
import { Breadcrumbs } from "../components/breadcrumbs.tsx";
import { Button, LinkButton } from "../components/button.tsx";
import { fieldsOf, read, say } from "./answer.ts";
import "./author/author.css";
import { EditorBar } from "./author/editor-bar.tsx";
import { EditorScreen } from "./author/editor-screen.tsx";
import { LifeActions, lifeSteps, useLifeStep } from "./author/life/life-actions.tsx";
import { Messages } from "./author/life/messages.tsx";
import { useChanging, useStored } from "./author/life/use-stored.ts";
import { useOthers } from "./author/saving/use-others.ts";
import { WaitToLeave } from "./author/saving/wait-to-leave.tsx";
import { CommentsPanel } from "./author/side/comments-panel.tsx";
import { useItemEditor } from "./author/use-item-editor.ts";
import { DraftStatus } from "./bank/standing.tsx";
import { sent } from "./sent.ts";
import { StaffPage, useRoot } from "./staff-frame.tsx";

export const meta = () => [{ title: "Draft of an item · Question bank · Examhall" }];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const found = await read(context.views.authoring.draft(context.actor, { draft: params.draft }), request);
  return { ...found, page: crypto.randomUUID() };
}

const isStep = (intent: unknown): intent is keyof typeof lifeSteps =>
  typeof intent === "string" && Object.hasOwn(lifeSteps, intent);

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { intent, ...fields } = await fieldsOf(request);
  const { authoring } = context.commands;
  if (intent === "resolve") {
    const resolved = await authoring.resolveComment(context.actor, fields);
    return resolved.ok ? null : say(resolved);
  }
  const input = { ...fields, draft: params.draft };
  if (intent === "publish") {
    const published = await authoring.publish(context.actor, input);
    return published.ok ? redirect(`/bank/items/${published.versionId}`) : say(published);
  }
  const done = isStep(intent)
    ? await authoring[lifeSteps[intent]](context.actor, input)
    : await authoring.comment(context.actor, input);
  return done.ok ? null : say(done);
}

export const clientAction = (asked: ClientActionFunctionArgs) => sent(asked);

/** What was refused changed nothing, and what is being written stands. */
export const shouldRevalidate = ({ actionStatus = 200 }: ShouldRevalidateFunctionArgs) => actionStatus < 400;

export default function ItemDraftPage() {
  const found = useLoaderData<typeof loader>();
  return <Draft key={found.draft.id} found={found} />;
}

type Found = ReturnType<typeof useLoaderData<typeof loader>>;

function Draft({ found }: { readonly found: Found }) {
  const { draft, may } = found;
  const [page] = useState(found.page);
  const editor = useItemEditor({ draft: draft.id, revision: draft.revision, content: draft.content });
  const presence = useOthers(draft.id, page, found.others, may.edit);
  const step = useLifeStep(editor);
  const { isChanging, change } = useChanging(draft.state);
  const reading = !may.edit || !isChanging;
  useStored(draft, "revision" in presence ? presence.revision : null, editor);
  const isWriter = useRoot().me?.roles.includes("item-writer") ?? false;
  return (
    <StaffPage
      title={editor.item.title || draft.itemId}
      lead={draft.base === null ? `A new item of ${draft.unit}` : `A change of version ${draft.base.version}`}
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
      actions={
        draft.base !== null && (
          <LinkButton href={`/bank/compare?a=${draft.base.versionId}&b=${draft.id}`} variant="quiet">
            Compare with version {draft.base.version}
          </LinkButton>
        )
      }
    >
      <EditorScreen
        draft={draft.id}
        editor={editor}
        specification={found.specification}
        stimuli={found.stimuli}
        pictures={found.pictures}
        reading={reading}
        comments={
          <CommentsPanel item={editor.item} comments={found.comments} events={found.events} mayWrite={isWriter} />
        }
        commentCount={found.comments.filter(({ resolved }) => resolved === null).length}
        bar={(faults) => (
          <>
            <EditorBar editor={editor} faults={faults} reading={reading} state={<DraftStatus state={draft.state} />}>
              {reading && may.edit && (
                <Button size="small" variant="plain" onClick={change}>
                  Change it
                </Button>
              )}
              <LifeActions found={found} step={step} faults={faults} />
            </EditorBar>
            <Messages draft={draft.id} editor={editor} others={presence.others} said={step.said} />
          </>
        )}
      />
      <WaitToLeave editor={editor} />
    </StaffPage>
  );
}
