import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Breadcrumbs } from "../components/breadcrumbs.tsx";
import { EmptyState } from "../components/empty-state.tsx";
import { Panel } from "../components/panel.tsx";
import { read } from "./answer.ts";
import { DeskPage } from "./marking/desk-page.tsx";
import { QueueTable } from "./marking/queue-table.tsx";
import { StaffPage } from "./staff-frame.tsx";

export const meta = () => [{ title: "Doubts to settle · Examhall" }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { actor, views } = context;
  const item = new URL(request.url).searchParams.get("item");
  if (item !== null)
    return { about: await read(views.marking.item(actor, { item, queue: "senior" }), request) } as const;
  const { senior } = await read(views.marking.queues(actor, {}), request);
  if (senior === null) throw new Response(null, { status: 403 });
  return { about: null, senior } as const;
}

export default function MarkingSenior() {
  const found = useLoaderData<typeof loader>();
  if (found.about !== null) return <DeskPage key={found.about.version} about={found.about} back="/marking/senior" />;
  return (
    <StaffPage
      title="Doubts to settle"
      lead="Responses that examiners were not sure about. What you sent here yourself goes to another senior examiner."
      breadcrumbs={<Breadcrumbs items={[{ href: "/marking", label: "Marking" }, { label: "Doubts" }]} />}
    >
      <Panel title="Questions" flush>
        <QueueTable
          caption="Questions with doubts to settle"
          lines={found.senior}
          href={(line) => `/marking/senior?item=${line.item}`}
          empty={<EmptyState title="No doubts to settle">Examiners have been sure of everything so far.</EmptyState>}
        />
      </Panel>
    </StaffPage>
  );
}
