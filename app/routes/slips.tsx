import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import {
  type ClientActionFunctionArgs,
  Form,
  useActionData,
  useLoaderData,
  useNavigation,
  useParams,
} from "@remix-run/react";
import { Breadcrumbs } from "../components/breadcrumbs.tsx";
import { Button } from "../components/button.tsx";
import { EmptyState } from "../components/empty-state.tsx";
import { LockIcon, PrintIcon } from "../components/icons.tsx";
import { Notice } from "../components/notice.tsx";
import { Panel } from "../components/panel.tsx";
import { read, say } from "./answer.ts";
import { inLondon } from "./london-time.ts";
import { sent } from "./sent.ts";
import { SlipPages } from "./slips/slip-pages.tsx";
import { StaffPage } from "./staff-frame.tsx";
import "./slips/slips.css";
import { Refusal } from "./refusal.tsx";

export const meta = () => [{ title: "Slips · Examhall" }];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  return read(context.views.bookings.slipSheet(context.actor, { sitting: params.sitting }), request);
}

/** Opens the keycodes. A POST, because it is written down who has seen them. */
export async function action({ context, params }: ActionFunctionArgs) {
  const printed = await context.commands.bookings.printSlips(context.actor, { sitting: params.sitting });
  return printed.ok ? printed : say(printed);
}

export const clientAction = (asked: ClientActionFunctionArgs) => sent(asked);

export default function Slips() {
  const { sheet } = useLoaderData<typeof loader>();
  const opened = useActionData<typeof action>();
  const { sitting = "" } = useParams();
  return (
    <StaffPage
      title="Slips"
      lead={`${sheet.title}: ${inLondon(sheet.startsAt)}, ${sheet.room}`}
      breadcrumbs={
        <Breadcrumbs
          items={[
            { href: "/sittings", label: "Sittings" },
            { href: `/sittings/${sitting}`, label: sheet.room },
            { label: "Slips" },
          ]}
        />
      }
      actions={
        opened?.ok && (
          <Button icon={<PrintIcon />} onClick={() => window.print()}>
            Print
          </Button>
        )
      }
    >
      {opened?.ok === false && <Refusal title="The slips stay closed" said={opened} />}
      {opened?.ok ? <SlipPages sheet={sheet} slips={opened.slips} /> : <Closed slips={sheet.slips} />}
    </StaffPage>
  );
}

function Closed({ slips }: { readonly slips: number }) {
  const opening = useNavigation().state !== "idle";
  if (slips === 0)
    return (
      <Panel>
        <EmptyState title="Nobody is booked for this sitting yet">Each booking makes one slip.</EmptyState>
      </Panel>
    );
  return (
    <Notice
      tone="warn"
      title={slips === 1 ? "One slip is ready" : `${slips} slips are ready`}
      actions={
        <Form method="post">
          <Button type="submit" icon={<LockIcon />} busy={opening && "Opening"}>
            Show the keycodes
          </Button>
        </Form>
      }
    >
      A keycode opens a learner’s test. Show them when nobody is looking on, keep the slips locked away, and give them
      out in the room. It is written down who has opened them.
    </Notice>
  );
}
