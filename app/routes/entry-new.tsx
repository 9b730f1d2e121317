import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type ClientActionFunctionArgs, Form, useActionData, useLoaderData } from "@remix-run/react";
import { Breadcrumbs } from "../components/breadcrumbs.tsx";
import { Button, LinkButton } from "../components/button.tsx";
import { EmptyState } from "../components/empty-state.tsx";
import { Notice } from "../components/notice.tsx";
import { Panel } from "../components/panel.tsx";
import { Select } from "../components/select.tsx";
import { fieldsOf, read, say } from "./answer.ts";
import { BookingFields } from "./entries/booking-fields.tsx";
import { VerdictWords } from "./entries/verdict-words.tsx";
import { sent } from "./sent.ts";
import { StaffPage } from "./staff-frame.tsx";

export const meta = () => [{ title: "Book a learner · Examhall" }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const learner = new URL(request.url).searchParams.get("learner") || null;
  return read(context.views.bookings.form(context.actor, { learner }), request);
}

/** Books, and shows the learner with the new booking. Arrangements come as codes, each with its own percentage field. */
export async function action({ context, request }: ActionFunctionArgs) {
  const { codes = [], ...fields } = await fieldsOf(request, ["codes"]);
  const arrangements = (codes as readonly string[]).map((code) => {
    const percent = fields[`percent-${code}`];
    return percent ? { code, percent: Number(percent) } : { code };
  });
  const { learner, sitting, seat } = fields;
  const booked = await context.commands.bookings.book(context.actor, { learner, sitting, seat, arrangements });
  if (!booked.ok) return say(booked);
  const caution = booked.sameAsNeighbour ? "&caution=neighbour" : "";
  return redirect(`/learners/${learner}?booked=${booked.booking}${caution}`);
}

export const clientAction = (asked: ClientActionFunctionArgs) => sent(asked);

export default function EntryNew() {
  const { learner, learners, sittings, arrangements } = useLoaderData<typeof loader>();
  const said = useActionData<typeof action>();
  return (
    <StaffPage
      title={learner ? `Book ${learner.name}` : "Book a learner"}
      lead={learner ? `Candidate number ${learner.candidateNumber}` : "Choose the learner first."}
      breadcrumbs={<Breadcrumbs items={[{ href: "/entries", label: "Entries" }, { label: "Book a learner" }]} />}
      width="text"
    >
      {learner === null ? (
        <ChooseLearner learners={learners} />
      ) : learner.verdicts.some(({ may }) => may) ? (
        <BookingFields learner={learner} sittings={sittings} arrangements={arrangements} said={said} />
      ) : (
        <Notice tone="warn" title={`${learner.name} cannot be booked now`}>
          {learner.verdicts.map((verdict) => (
            <VerdictWords key={verdict.componentId} verdict={verdict} />
          ))}
        </Notice>
      )}
    </StaffPage>
  );
}

function ChooseLearner({ learners }: Pick<ReturnType<typeof useLoaderData<typeof loader>>, "learners">) {
  if (learners.length === 0)
    return (
      <EmptyState
        title="No learner is on the list yet"
        actions={<LinkButton href="/entries">Go to entries</LinkButton>}
      >
        Add learners to the list first.
      </EmptyState>
    );
  return (
    <Panel>
      <Form method="get" className="flex flex-wrap items-end gap-4">
        <Select
          label="Learner"
          name="learner"
          empty="Choose a learner"
          options={learners.map(({ id, name, candidateNumber }) => ({
            value: id,
            label: `${name}, ${candidateNumber}`,
          }))}
        />
        <Button type="submit">Go on</Button>
      </Form>
    </Panel>
  );
}
