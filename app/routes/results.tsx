import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type ClientActionFunctionArgs, Form, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { Button, LinkButton } from "../components/button.tsx";
import { Field } from "../components/field.tsx";
import { DownloadIcon, SearchIcon } from "../components/icons.tsx";
import { Pagination } from "../components/pagination.tsx";
import { Panel } from "../components/panel.tsx";
import { Select } from "../components/select.tsx";
import { gradeNames } from "../exam/awarding/grade.ts";
import { fieldsOf, read, say } from "./answer.ts";
import { QualificationPanel } from "./results/qualification-panel.tsx";
import { ResultsTable } from "./results/results-table.tsx";
import { sent } from "./sent.ts";
import { StaffPage } from "./staff-frame.tsx";

export const meta = () => [{ title: "Results · Examhall" }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { actor, views } = context;
  const { learner, ...asked } = Object.fromEntries(new URL(request.url).searchParams);
  const results = await read(views.results.ofCentre(actor, asked), request);
  const qualification = learner ? await read(views.results.qualification(actor, { learner }), request) : null;
  return { ...results, qualification };
}

/** Records the grade of an internal unit. */
export async function action({ context, request }: ActionFunctionArgs) {
  const done = await context.commands.awarding.recordUnitGrade(context.actor, await fieldsOf(request));
  return done.ok
    ? ({ ok: true, words: `Recorded: unit ${done.unit}, ${gradeNames[done.grade]}.` } as const)
    : say(done);
}

export const clientAction = (asked: ClientActionFunctionArgs) => sent(asked);

const shows = [
  { value: "all", label: "All" },
  { value: "waiting", label: "Not released yet" },
  { value: "released", label: "Released" },
];

export default function Results() {
  const { rows, asked, found, pages, manyCentres, qualification } = useLoaderData<typeof loader>();
  const said = useActionData<typeof action>();
  const [search] = useSearchParams();
  const address = (change: Readonly<Record<string, string>>) =>
    `?${new URLSearchParams({ ...Object.fromEntries(search), ...change })}${change.learner ? "#qualification" : ""}`;
  return (
    <StaffPage
      title="Results"
      lead="Every ended attempt, with its grade once it is released. Choose a learner to see the whole qualification."
      actions={
        <LinkButton href={`/results.csv?${withoutLearner(search)}`} variant="quiet" icon={<DownloadIcon />}>
          Download as CSV
        </LinkButton>
      }
    >
      <div className="grid gap-6">
        {qualification && (
          <QualificationPanel
            heading={`${qualification.learner.name}, ${qualification.learner.candidateNumber}`}
            {...qualification}
            recordFor={qualification.mayRecord ? qualification.learner.id : null}
            wrong={said && !said.ok ? said : null}
            recorded={said?.ok ? said.words : null}
          />
        )}
        {/* A new search starts on its first page and puts the learner away. */}
        <Form method="get" role="search" className="flex flex-wrap items-end gap-4">
          <Field label="Name or candidate number" name="q" type="search" defaultValue={asked.q} />
          <Select label="Show" name="show" options={shows} defaultValue={asked.show} />
          <input type="hidden" name="sort" value={asked.sort} />
          <Button type="submit" variant="quiet" icon={<SearchIcon />}>
            Search
          </Button>
        </Form>
        <Panel flush footer={<p>{found === 1 ? "1 attempt" : `${found} attempts`}</p>}>
          <ResultsTable {...{ rows, asked, manyCentres, address }} />
        </Panel>
        <Pagination page={asked.page} pages={pages} href={(page) => address({ page: String(page) })} />
      </div>
    </StaffPage>
  );
}

function withoutLearner(search: URLSearchParams) {
  const { learner: _, page: __, ...rest } = Object.fromEntries(search);
  return new URLSearchParams(rest);
}
