import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import {
  type ClientActionFunctionArgs,
  type ClientLoaderFunctionArgs,
  Form,
  useActionData,
  useLoaderData,
  useLocation,
  useNavigation,
} from "@remix-run/react";
import { Breadcrumbs } from "../components/breadcrumbs.tsx";
import { Button, LinkButton } from "../components/button.tsx";
import { Notice } from "../components/notice.tsx";
import { Panel } from "../components/panel.tsx";
import { Progress } from "../components/progress.tsx";
import type { AssemblyFound } from "../store/views/form-assembly.ts";
import { fieldsOf, read, say } from "./answer.ts";
import { formsInWords } from "./forms/form-words.ts";
import { OverlapTable } from "./forms/overlap-table.tsx";
import { SideBySide } from "./forms/side-by-side.tsx";
import { inLondon } from "./london-time.ts";
import { readAgain } from "./read-again.ts";
import { Refusal } from "./refusal.tsx";
import { sent } from "./sent.ts";
import { StaffPage } from "./staff-frame.tsx";
import { usePageAgain } from "./use-read-again.ts";

export const meta = () => [{ title: "Assembled forms · Question bank · Examhall" }];

/** Milliseconds. */
const lookEvery = 700;

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  return read(context.views.forms.assembly(context.actor, { assembly: params.assembly }), request);
}

export const clientLoader = ({ request, serverLoader }: ClientLoaderFunctionArgs) =>
  readAgain({ request, serverLoader: () => serverLoader<typeof loader>() });

/** Keeps forms as drafts: one goes on to its draft, several to the list of drafts. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { forms } = await fieldsOf(request, ["forms"]);
  const kept = await context.commands.forms.keep(context.actor, { assembly: params.assembly, forms });
  if (!kept.ok) return say(kept);
  const [only, ...more] = kept.drafts;
  return redirect(only && more.length === 0 ? `/bank/drafts/${only.id}` : "/bank/assemble");
}

export const clientAction = (asked: ClientActionFunctionArgs) => sent(asked);

export default function FormAssembly() {
  const first = useLoaderData<typeof loader>();
  const { now, isCut } = usePageAgain({
    first,
    href: useLocation().pathname,
    every: lookEvery,
    isWanted: ({ found: { state } }) => state === "running",
  });
  const { found } = now;
  const said = useActionData<typeof action>();
  const { wish, unit } = found;
  return (
    <StaffPage
      title={`${formsInWords(wish.count)} of ${unit}`}
      lead={`Asked ${inLondon(found.startedAt)}: at most ${wish.overlap} % of the marks in common${wish.apart ? ", also with the forms in use" : ""}.`}
      breadcrumbs={
        <Breadcrumbs
          items={[
            { href: "/bank", label: "Question bank" },
            { href: "/bank/assemble", label: "Assemble forms" },
            { label: formsInWords(wish.count) },
          ]}
        />
      }
      actions={found.state === "done" && found.forms.length > 0 && <KeepAll found={found} />}
    >
      <div className="grid gap-6">
        {said && <Refusal title="No draft was kept" said={said} />}
        {found.state === "running" && <Running done={found.done} of={found.of} isCut={isCut} />}
        {found.state === "failed" && <Failed />}
        {found.state === "done" && <Outcome found={found} />}
      </div>
    </StaffPage>
  );
}

type RunningProps = { readonly done: number; readonly of: number; readonly isCut: boolean };

const Running = ({ done, of, isCut }: RunningProps) => (
  <Panel>
    <div className="grid gap-3">
      <Progress label="Choosing items" value={done} max={of} />
      <p className="text-ink-soft">You may leave this page: the answer waits for you under Assemble forms.</p>
      {isCut && (
        <Notice tone="warn" live title="The server does not answer">
          Choosing goes on there. This page is read again by itself.
        </Notice>
      )}
    </div>
  </Panel>
);

const Failed = () => (
  <Notice
    tone="bad"
    title="The solver stopped before it was done"
    actions={
      <LinkButton href="/bank/assemble" variant="quiet">
        Ask again
      </LinkButton>
    }
  >
    Nothing was changed. If it stops again, ask for fewer forms or allow more in common.
  </Notice>
);

function Outcome({ found }: { readonly found: AssemblyFound }) {
  const { forms, conflicts, seconds, wish } = found;
  return (
    <>
      {conflicts.length === 0 ? (
        <Notice tone="good" title="Every rule is kept">
          {formsInWords(forms.length)} in {seconds} seconds. Keep them as drafts to look through them, change single
          items and freeze them.
        </Notice>
      ) : (
        <Notice
          tone="warn"
          title={
            forms.length < wish.count
              ? `The bank gives ${forms.length === 0 ? "no form" : formsInWords(forms.length)} of the ${wish.count} asked for`
              : "The bank cannot keep every rule"
          }
        >
          <ul className="measure grid list-disc gap-2 ps-5">
            {conflicts.map(({ words }) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </Notice>
      )}
      {forms.length > 0 && (
        <>
          <Panel title="Side by side" flush>
            <SideBySide found={found} />
          </Panel>
          <Panel
            title="In common"
            lead="Of each form’s marks, how many are of items that the other form has too."
            flush
          >
            <OverlapTable overlap={found.overlap} most={wish.overlap} />
          </Panel>
        </>
      )}
    </>
  );
}

function KeepAll({ found: { forms } }: { readonly found: AssemblyFound }) {
  const keeping = useNavigation().formMethod === "POST";
  const free = forms.flatMap(({ draft }, at) => (draft === null ? [at] : []));
  if (free.length === 0)
    return (
      <LinkButton href="/bank/assemble" variant="quiet">
        All are kept as drafts
      </LinkButton>
    );
  return (
    <Form method="post">
      {free.map((at) => (
        <input key={at} type="hidden" name="forms" value={at} />
      ))}
      <Button type="submit" busy={keeping && "Keeping"}>
        {free.length === 1 ? "Keep as a draft" : `Keep all ${free.length} as drafts`}
      </Button>
    </Form>
  );
}
