import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "../components/button.tsx";
import { EmptyState } from "../components/empty-state.tsx";
import { Panel } from "../components/panel.tsx";
import { Stat } from "../components/stat.tsx";
import type { QueueLine } from "../store/views/marking-queues.ts";
import { read } from "./answer.ts";
import { QueueTable } from "./marking/queue-table.tsx";
import { StaffPage } from "./staff-frame.tsx";

export const meta = () => [{ title: "Marking · Examhall" }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  return read(context.views.marking.queues(context.actor, {}), request);
}

const waitingIn = (lines: readonly QueueLine[]) => lines.reduce((total, line) => total + line.waiting + line.held, 0);

export default function Marking() {
  const { queues, senior, raised, markedToday } = useLoaderData<typeof loader>();
  const doubts = senior === null ? 0 : waitingIn(senior);
  return (
    <StaffPage
      title="Marking"
      lead="One question at a time. You are never given responses of a centre you have a connection with."
      actions={
        senior && (
          <LinkButton href="/marking/senior" variant="quiet">
            Doubts to settle: {doubts}
          </LinkButton>
        )
      }
    >
      <div className="grid gap-6">
        <div className="flex flex-wrap gap-x-12 gap-y-4">
          <Stat label="Waiting for you" value={waitingIn(queues)} />
          <Stat label="Marked today" value={markedToday} />
          {raised > 0 && <Stat label="Sent to a senior examiner" value={raised} note="still waiting there" />}
        </div>
        <Panel title="Questions" flush>
          <QueueTable
            caption="Questions with responses to mark"
            lines={queues}
            href={(line) => `/marking/${line.item}`}
            empty={
              <EmptyState title="Nothing to mark">
                Responses come here as soon as a learner's test has ended.
              </EmptyState>
            }
          />
        </Panel>
      </div>
    </StaffPage>
  );
}
