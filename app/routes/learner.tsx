import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type ClientActionFunctionArgs, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { Breadcrumbs } from "../components/breadcrumbs.tsx";
import { LinkButton } from "../components/button.tsx";
import { DescriptionList } from "../components/description-list.tsx";
import { Notice } from "../components/notice.tsx";
import { Panel } from "../components/panel.tsx";
import { fieldsOf, read, say } from "./answer.ts";
import { VerdictWords } from "./entries/verdict-words.tsx";
import { LearnerBookings } from "./learner/learner-bookings.tsx";
import { dayInLondon } from "./london-time.ts";
import { Refusal } from "./refusal.tsx";
import { QualificationPanel } from "./results/qualification-panel.tsx";
import { sent } from "./sent.ts";
import { StaffPage } from "./staff-frame.tsx";

export const meta = () => [{ title: "Learner · Examhall" }];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { actor, views } = context;
  const asked = { learner: params.learner };
  const [page, qualification] = await Promise.all([
    read(views.bookings.learner(actor, asked), request),
    read(views.results.qualification(actor, asked), request),
  ]);
  return { ...page, qualification };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { actor, commands } = context;
  const { intent, ...fields } = await fieldsOf(request);
  const answered =
    intent === "cancel"
      ? await commands.bookings.cancel(actor, fields)
      : intent === "seat"
        ? await commands.bookings.changeSeat(actor, fields)
        : await commands.awarding.recordUnitGrade(actor, { ...fields, learner: params.learner });
  if (!answered.ok) return { ...say(answered), intent };
  return { ok: true as const, sameAsNeighbour: "sameAsNeighbour" in answered && answered.sameAsNeighbour };
}

export const clientAction = (asked: ClientActionFunctionArgs) =>
  sent(asked, { about: (form) => ({ intent: form.get("intent") }) });

export default function Learner() {
  const { learner, bookings, verdicts, mayBook, mayReplay, qualification } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const [search] = useSearchParams();
  const wrong = done?.ok === false ? done : undefined;
  const may = verdicts.find((verdict) => verdict.may);
  const besideSameForm = done?.ok === true ? done.sameAsNeighbour : !done && search.get("caution") === "neighbour";
  return (
    <StaffPage
      title={learner.name}
      lead={`Candidate number ${learner.candidateNumber}, ${learner.centre}`}
      breadcrumbs={mayBook && <Breadcrumbs items={[{ href: "/entries", label: "Entries" }, { label: learner.name }]} />}
      actions={
        mayBook &&
        may && (
          <LinkButton href={`/entries/new?learner=${learner.id}`}>
            {may.attemptNumber === 1 ? "Book" : "Book the resit"}
          </LinkButton>
        )
      }
    >
      <div className="grid gap-6">
        {search.has("booked") && !done && (
          <Notice tone="good" title={`${learner.name} is booked`} live>
            The keycode is on the slip, which is printed from the sitting.
          </Notice>
        )}
        {besideSameForm && <SameFormNotice />}
        {wrong && wrong.intent !== "unit-grade" && <Refusal title="Nothing has changed" said={wrong} />}
        <LearnerBookings bookings={bookings} mayBook={mayBook} mayReplay={mayReplay} />
        {!may && !bookings.some(({ entry }) => entry === "open") && (
          <Notice title="Another attempt">
            {verdicts.map((verdict) => (
              <VerdictWords key={verdict.componentId} verdict={verdict} />
            ))}
          </Notice>
        )}
        <QualificationPanel
          heading="Qualification"
          {...qualification}
          recordFor={qualification.mayRecord ? learner.id : null}
          wrong={wrong?.intent === "unit-grade" ? wrong : null}
        />
        <Panel title="Details">
          <DescriptionList
            items={[
              { term: "Candidate number", detail: learner.candidateNumber },
              { term: "Centre", detail: learner.centre },
              {
                term: "Date of birth",
                detail: learner.dateOfBirth ? dayInLondon(Date.parse(learner.dateOfBirth)) : "Not given",
              },
              { term: "Unique learner number", detail: learner.uln ?? "Not given" },
            ]}
          />
        </Panel>
      </div>
    </StaffPage>
  );
}

function SameFormNotice() {
  return (
    <Notice tone="warn" title="A neighbour has the same form">
      There are too few forms for these seats. Choose a seat further away, or put a screen between the two computers.
    </Notice>
  );
}
