import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type ClientActionFunctionArgs, Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { Breadcrumbs } from "../components/breadcrumbs.tsx";
import { Button, LinkButton } from "../components/button.tsx";
import { Field } from "../components/field.tsx";
import { Panel } from "../components/panel.tsx";
import { Select } from "../components/select.tsx";
import { fieldsOf, read, say } from "./answer.ts";
import { instantOn, localDay } from "./board/room-time.ts";
import { Refusal } from "./refusal.tsx";
import { sent } from "./sent.ts";
import { StaffPage } from "./staff-frame.tsx";

export const meta = () => [{ title: "Plan a sitting · Examhall" }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const planning = await read(context.views.bookings.planning(context.actor, {}), request);
  return { ...planning, today: localDay(context.clock.now()) };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { day, time, ...fields } = await fieldsOf(request);
  const startsAt = instantOn(String(day), String(time)) ?? undefined;
  const planned = await context.commands.bookings.planSitting(context.actor, { ...fields, startsAt });
  if (!planned.ok) return say(planned);
  const toBook = context.actor?.kind === "staff" && context.actor.roles.some(({ role }) => role === "exams-officer");
  return redirect(toBook ? "/entries/new" : `/sittings/${planned.sitting}`);
}

export const clientAction = (asked: ClientActionFunctionArgs) => sent(asked);

export default function SittingNew() {
  const { components, centres, today } = useLoaderData<typeof loader>();
  const said = useActionData<typeof action>();
  const sending = useNavigation().formMethod === "POST";
  return (
    <StaffPage
      title="Plan a sitting"
      lead="A test in a room, on a day and at a time. Learners are booked for it afterwards."
      breadcrumbs={<Breadcrumbs items={[{ href: "/sittings", label: "Sittings" }, { label: "Plan a sitting" }]} />}
      width="text"
    >
      <Panel>
        <Form method="post" noValidate className="grid gap-5">
          {said && <Refusal title="The sitting is not planned" said={said} />}
          <Select
            label="Test"
            name="component"
            error={said?.fields.component}
            options={components.map(({ id, title, minutes }) => ({ value: id, label: `${title}, ${minutes} minutes` }))}
          />
          {centres.length > 1 && (
            <Select
              label="Centre"
              name="centre"
              empty="Choose a centre"
              error={said?.fields.centre}
              options={centres.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          <Field label="Room" name="room" error={said?.fields.room} required />
          <div className="flex flex-wrap items-start gap-5">
            <Field
              id="startsAt"
              label="Day"
              name="day"
              type="date"
              width="short"
              min={today}
              defaultValue={today}
              error={said?.fields.startsAt}
              required
            />
            <Field label="Start, British time" name="time" type="time" width="short" required />
          </div>
          <div className="flex flex-wrap gap-3">
            <Button type="submit" busy={sending && "Planning"}>
              Plan the sitting
            </Button>
            <LinkButton href="/sittings" variant="quiet">
              Cancel
            </LinkButton>
          </div>
        </Form>
      </Panel>
    </StaffPage>
  );
}
