import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { Button } from "../components/button.tsx";
import { EmptyState } from "../components/empty-state.tsx";
import { Field } from "../components/field.tsx";
import { RoomIcon, SearchIcon } from "../components/icons.tsx";
import { sittingsByDay, sittingsMatching } from "../exam/invigilation/sitting-list.ts";
import { read } from "./answer.ts";
import { localDay } from "./board/room-time.ts";
import { SittingGroup } from "./board/sitting-group.tsx";
import { lastCheckWords } from "./readiness/check-words.ts";
import { StaffPage } from "./staff-frame.tsx";

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { sittings } = await read(context.views.sittings.list(context.actor, {}), request);
  const search = new URL(request.url).searchParams.get("find")?.trim() ?? "";
  const now = context.clock.now();
  const listed = sittings.map(({ lastCheck, ...sitting }) => ({
    ...sitting,
    readiness: lastCheckWords(lastCheck, now),
  }));
  const days = sittingsByDay(sittingsMatching(listed, search), now, localDay);
  return { days, search, total: sittings.length };
}

export const meta = () => [{ title: "Sittings · Examhall" }];

export default function Sittings() {
  const { days, search, total } = useLoaderData<typeof loader>();
  const found = days.today.length + days.coming.length + days.past.length;
  return (
    <StaffPage title="Sittings" lead="Open today's sitting to see the room and run the test.">
      {total === 0 ? (
        <EmptyState icon={<RoomIcon />} title="No sitting is planned yet">
          A sitting appears here as soon as the exams officer has entered learners for a test.
        </EmptyState>
      ) : (
        <div className="grid gap-8">
          <Form method="get" className="flex flex-wrap items-end gap-3" role="search">
            <Field label="Find a sitting" hint="Test, centre or room" name="find" type="search" defaultValue={search} />
            <Button type="submit" variant="quiet" icon={<SearchIcon />}>
              Find
            </Button>
          </Form>
          {found === 0 && (
            <EmptyState title={`No sitting matches “${search}”`}>
              Look for one word of the test, the centre or the room.
            </EmptyState>
          )}
          {search === "" || days.today.length > 0 ? (
            <SittingGroup title="Today" sittings={days.today} none="There is no sitting today." />
          ) : null}
          {days.coming.length > 0 && <SittingGroup title="Coming" sittings={days.coming} withDay />}
          {days.past.length > 0 && <SittingGroup title="Past" sittings={days.past} withDay />}
        </div>
      )}
    </StaffPage>
  );
}
