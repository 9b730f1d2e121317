import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type ClientActionFunctionArgs, Form, useActionData, useLoaderData } from "@remix-run/react";
import { useMemo } from "react";
import { Breadcrumbs } from "../components/breadcrumbs.tsx";
import { LinkButton } from "../components/button.tsx";
import { ConfirmButton } from "../components/confirm-button.tsx";
import { EyeIcon, LockIcon } from "../components/icons.tsx";
import { Link } from "../components/link.tsx";
import { Notice } from "../components/notice.tsx";
import { rulesOf } from "../exam/form/assembly/rules.ts";
import type { DraftFound } from "../store/views/form-draft.ts";
import { fieldsOf, read, say } from "./answer.ts";
import { DraftItems } from "./forms/draft-items.tsx";
import { DraftPlan } from "./forms/draft-plan.tsx";
import { judge } from "./forms/judge.ts";
import { inLondon } from "./london-time.ts";
import { Refusal } from "./refusal.tsx";
import { sent } from "./sent.ts";
import { StaffPage } from "./staff-frame.tsx";

export const meta = () => [{ title: "Draft of a form · Question bank · Examhall" }];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  return read(context.views.forms.draft(context.actor, { draft: params.draft }), request);
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { intent, ...fields } = await fieldsOf(request, ["items"]);
  const input = { ...fields, draft: params.draft };
  const { forms } = context.commands;
  if (intent === "freeze") {
    const frozen = await forms.freeze(context.actor, input);
    return frozen.ok ? redirect(`/bank/forms/${frozen.form}`) : say(frozen);
  }
  if (intent === "drop") {
    const dropped = await forms.drop(context.actor, input);
    return dropped.ok ? redirect("/bank/assemble") : say(dropped);
  }
  const changed = await forms.change(context.actor, input);
  return changed.ok ? null : say(changed);
}

export const clientAction = (asked: ClientActionFunctionArgs) => sent(asked);

export default function FormDraft() {
  const { found } = useLoaderData<typeof loader>();
  const said = useActionData<typeof action>();
  const rules = useMemo(() => rulesOf(found.plan), [found.plan]);
  const verdict = useMemo(() => judge(found, rules, found.items), [found, rules]);
  const open = found.state === "open";
  return (
    <StaffPage
      title={`Draft ${found.code}`}
      lead={`${found.title}. Last changed ${inLondon(found.changedAt)}.`}
      breadcrumbs={
        <Breadcrumbs
          items={[
            { href: "/bank", label: "Question bank" },
            { href: "/bank/assemble", label: "Assemble forms" },
            { label: found.code },
          ]}
        />
      }
      actions={
        <>
          <LinkButton href={`/bank/drafts/${found.id}/preview`} variant="quiet" icon={<EyeIcon />}>
            Preview and print
          </LinkButton>
          {open && <Close found={found} kept={verdict.misses.length === 0} />}
        </>
      }
    >
      <div className="grid gap-6">
        {said && <Refusal title="Nothing was changed" said={said} />}
        {!open && <Closed found={found} />}
        <DraftPlan found={found} rules={rules} verdict={verdict} />
        <DraftItems found={found} rules={rules} />
      </div>
    </StaffPage>
  );
}

function Close({ found: { code, revision }, kept }: { readonly found: DraftFound; readonly kept: boolean }) {
  const fields = { revision: String(revision) };
  return (
    <>
      <ConfirmButton
        label="Drop"
        title={`Drop the draft ${code}?`}
        consequences="The draft is closed and its code is free again. The items stay in the bank."
        form={{ fields: { ...fields, intent: "drop" }, as: Form }}
      />
      <ConfirmButton
        label="Freeze"
        variant="primary"
        icon={<LockIcon />}
        disabled={!kept}
        title={`Freeze ${code}?`}
        consequences="It becomes a form with these items at their newest versions, for ever, and is given to learners from the next booking on. It can be taken out of use later, but never changed."
        form={{ fields: { ...fields, intent: "freeze" }, as: Form }}
      />
    </>
  );
}

function Closed({ found: { state, formId } }: { readonly found: DraftFound }) {
  if (state === "dropped") return <Notice title="This draft was dropped">It can no longer be changed.</Notice>;
  return (
    <Notice tone="good" title="This draft is frozen">
      {formId && <Link href={`/bank/forms/${formId}`}>See the form that was made of it</Link>}
    </Notice>
  );
}
