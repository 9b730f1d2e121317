import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type ClientActionFunctionArgs, useActionData, useLoaderData } from "@remix-run/react";
import { Breadcrumbs } from "../components/breadcrumbs.tsx";
import { Link } from "../components/link.tsx";
import { Notice } from "../components/notice.tsx";
import { Panel } from "../components/panel.tsx";
import { itemWriters } from "../exam/authoring/writers.ts";
import { forExaminer } from "../exam/item/for-examiner.ts";
import type { BankItem } from "../store/views/bank-item.ts";
import { fieldsOf, read, say } from "./answer.ts";
import { CommentsPanel } from "./bank/comments-panel.tsx";
import { EnemiesPanel } from "./bank/enemies-panel.tsx";
import { ItemActions } from "./bank/item-actions.tsx";
import { ItemFacts } from "./bank/item-facts.tsx";
import { KeyPanel } from "./bank/key-panel.tsx";
import { LifePanel } from "./bank/life-panel.tsx";
import { TryItem } from "./bank/try-item.tsx";
import { UsePanel } from "./bank/use-panel.tsx";
import { inLondon } from "./london-time.ts";
import { Examples } from "./marking/examples.tsx";
import { Refusal } from "./refusal.tsx";
import { sent } from "./sent.ts";
import { StaffPage, useRoot } from "./staff-frame.tsx";

export const meta = () => [{ title: "Item · Question bank · Examhall" }];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  return read(context.views.bank.item(context.actor, { item: params.item }), request);
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { intent, ...fields } = await fieldsOf(request);
  const { authoring } = context.commands;
  if (intent === "edit") {
    const drafted = await authoring.draftFrom(context.actor, { version: params.item });
    return drafted.ok ? redirect(`/bank/item-drafts/${drafted.draft}`) : say(drafted);
  }
  const why = { ...fields, why: fields.reason };
  const act = {
    comment: () => authoring.comment(context.actor, { ...fields, version: params.item }),
    resolve: () => authoring.resolveComment(context.actor, fields),
    retire: () => authoring.retireItem(context.actor, why),
    revive: () => authoring.reviveItem(context.actor, why),
    declare: () => authoring.declareEnemies(context.actor, why),
    end: () => authoring.endEnemies(context.actor, why),
  };
  const asked = Object.entries(act).find(([name]) => name === intent)?.[1];
  const done = asked ? await asked() : null;
  return done === null || done.ok ? null : say(done);
}

export const clientAction = (asked: ClientActionFunctionArgs) => sent(asked);

export default function BankItemPage() {
  const { found } = useLoaderData<typeof loader>();
  const said = useActionData<typeof action>();
  const { me } = useRoot();
  const writes = me?.roles.some((role) => itemWriters.includes(role)) ?? false;
  const { item, stimulus, pictures } = found;
  return (
    <StaffPage
      title={`${item.id}: ${item.title}`}
      lead="Confidential. Nothing you try here is recorded."
      breadcrumbs={<Breadcrumbs items={[{ href: "/bank", label: "Question bank" }, { label: item.id }]} />}
      actions={writes && <ItemActions found={found} />}
    >
      <div className="grid gap-6">
        {said && <Refusal title="Nothing was changed" said={said} />}
        <Standing found={found} />
        <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[3fr_2fr]">
          <div className="grid min-w-0 gap-6">
            <TryItem key={found.id} item={item} stimulus={stimulus} pictures={pictures} />
            {item.worked.length > 0 && (
              <Panel title="Worked responses" lead="Run against the rules whenever the bank is checked.">
                <Examples examples={item.worked} item={forExaminer(item, stimulus)} />
              </Panel>
            )}
            <CommentsPanel comments={found.comments} writes={writes} />
            <LifePanel found={found} />
          </div>
          <div className="grid min-w-0 gap-6">
            <ItemFacts found={found} />
            <KeyPanel item={item} pictures={pictures} />
            <UsePanel found={found} />
            <EnemiesPanel found={found} writes={writes} />
          </div>
        </div>
      </div>
    </StaffPage>
  );
}

/** What whoever opens it should know first. */
function Standing({ found: { use, versions, id, version } }: { readonly found: BankItem }) {
  const [newest] = versions;
  return (
    <>
      {use.retired && (
        <Notice tone="warn" title={`Retired by ${use.retired.by}, ${inLondon(use.retired.at)}`}>
          {use.retired.why} No new form is given it; forms that have it keep it.
        </Notice>
      )}
      {newest && newest.id !== id && (
        <Notice title={`This is version ${version}`}>
          <Link href={`/bank/items/${newest.id}`}>Version {newest.version}</Link> is the newest.{" "}
          <Link href={`/bank/compare?a=${id}&b=${newest.id}`}>See what has changed since</Link>
        </Notice>
      )}
    </>
  );
}
