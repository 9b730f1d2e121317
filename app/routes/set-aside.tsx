import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EmptyState } from "../components/empty-state.tsx";
import { Panel } from "../components/panel.tsx";
import { read } from "./answer.ts";
import { AsideTable } from "./set-aside/aside-table.tsx";
import { StaffPage } from "./staff-frame.tsx";

export const meta = () => [{ title: "Answers set aside · Examhall" }];

export const loader = async ({ context, request }: LoaderFunctionArgs) =>
  read(context.views.marking.asideList(context.actor, {}), request);

export default function SetAside() {
  const { waiting, done } = useLoaderData<typeof loader>();
  return (
    <StaffPage
      title="Answers set aside"
      lead="What learners wrote that came after the end, or from a computer they had been moved away from. Nothing of it is lost or mixed in: for each question somebody decides which answer is marked. Until then its result waits."
    >
      <div className="grid gap-6">
        <Panel title="To decide" flush>
          <AsideTable
            caption="Tests to decide about"
            tests={waiting}
            empty={
              <EmptyState title="Nothing is waiting to be decided">
                When answers come late or from a computer left behind, their test is listed here once it has ended.
              </EmptyState>
            }
          />
        </Panel>
        <Panel
          title="Decided, or released before it came"
          lead="Up to the release a decision can be taken again. It is kept beside the one before."
          flush
        >
          <AsideTable caption="Tests decided about" tests={done} empty={<EmptyState title="None yet" />} />
        </Panel>
      </div>
    </StaffPage>
  );
}
