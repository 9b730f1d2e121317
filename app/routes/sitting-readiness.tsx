import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type ClientActionFunctionArgs, Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { Breadcrumbs } from "../components/breadcrumbs.tsx";
import { Button, LinkButton } from "../components/button.tsx";
import { Field } from "../components/field.tsx";
import { Panel } from "../components/panel.tsx";
import { inRole } from "../exam/people/actor.ts";
import { fieldsOf, read, say } from "./answer.ts";
import { inLondon } from "./london-time.ts";
import { CheckTable } from "./readiness/check-table.tsx";
import { Refusal } from "./refusal.tsx";
import { sent } from "./sent.ts";
import { StaffPage } from "./staff-frame.tsx";

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { room } = await read(context.views.readiness.ofSitting(context.actor, { sitting: params.sitting }), request);
  return { room, mayStart: inRole(context.actor, ["exams-officer", "invigilator"]) !== null };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { seats } = await fieldsOf(request);
  const started = await context.commands.readiness.start(context.actor, { sitting: params.sitting, seats });
  return started.ok ? redirect(`/sittings/${params.sitting}/readiness/${started.check}`) : say(started);
}

export const clientAction = (asked: ClientActionFunctionArgs) => sent(asked);

export const meta = () => [{ title: "Readiness of a room · Examhall" }];

export default function SittingReadiness() {
  const { room, mayStart } = useLoaderData<typeof loader>();
  const open = room.checks.find(({ ended }) => ended === null);
  return (
    <StaffPage
      title="Is the room ready?"
      lead={`${room.room}, ${room.centre}. ${room.title}, ${inLondon(room.startsAt)}, ${room.booked} booked.`}
      breadcrumbs={
        <Breadcrumbs
          items={[
            { href: "/sittings", label: "Sittings" },
            { href: `/sittings/${room.sitting}`, label: room.room },
            { label: "Readiness" },
          ]}
        />
      }
    >
      <div className="grid gap-6">
        {open ? (
          <Panel title="A check is open" lead="Computers can come in with its code.">
            <LinkButton href={`/sittings/${room.sitting}/readiness/${open.id}`}>Look at it</LinkButton>
          </Panel>
        ) : (
          mayStart && <StartCheck booked={room.booked} mostSeats={room.mostSeats} />
        )}
        <Panel title="Checks of this room" flush={room.checks.length > 0}>
          <CheckTable checks={room.checks} sitting={room.sitting} />
        </Panel>
      </div>
    </StaffPage>
  );
}

function StartCheck({ booked, mostSeats }: { readonly booked: number; readonly mostSeats: number }) {
  const said = useActionData<typeof action>();
  const busy = useNavigation().state !== "idle";
  return (
    <Panel
      title="Check the computers the day before"
      lead="You get a short code. Type it at each computer of the room: it does what a test does, with practice questions, and says whether a test can be held on it. It takes less than a minute each."
    >
      <Form method="post" className="grid gap-5" noValidate>
        {said && <Refusal title="No check was started" said={said} />}
        <Field
          label="Seats in the full room"
          name="seats"
          type="number"
          inputMode="numeric"
          min={1}
          max={mostSeats}
          hint={`How many save at once when one computer tries the network with the load of the whole room; at most ${mostSeats}.`}
          width="short"
          defaultValue={Math.max(1, Math.min(booked, mostSeats))}
          error={said?.fields.seats}
          required
        />
        <div>
          <Button type="submit" busy={busy && "Starting"}>
            Start a check
          </Button>
        </div>
      </Form>
    </Panel>
  );
}
