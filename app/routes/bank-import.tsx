import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type ClientActionFunctionArgs, Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { Breadcrumbs } from "../components/breadcrumbs.tsx";
import { Button, LinkButton } from "../components/button.tsx";
import { Field } from "../components/field.tsx";
import { DownloadIcon, SearchIcon } from "../components/icons.tsx";
import { Notice } from "../components/notice.tsx";
import { Panel } from "../components/panel.tsx";
import { Select } from "../components/select.tsx";
import { Stat } from "../components/stat.tsx";
import { itemWriters } from "../exam/authoring/writers.ts";
import type { ImportReportView } from "../store/views/import-report.ts";
import { read, type Said, say } from "./answer.ts";
import { ImportProgress } from "./bank/import-progress.tsx";
import { ImportTable, ResourceTable } from "./bank/import-tables.tsx";
import { outcomeWords } from "./bank/import-words.ts";
import { sent } from "./sent.ts";
import { StaffPage, useRoot } from "./staff-frame.tsx";

export const meta = () => [{ title: "Import questions · Examhall" }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const { imports } = await read(context.views.bank.imports(context.actor, {}), request);
  const chosen =
    asked.report === undefined ? null : await read(context.views.bank.importReport(context.actor, asked), request);
  return { imports, chosen, asked: { outcome: asked.outcome ?? "", q: asked.q ?? "" } };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { actor, commands } = context;
  // Whoever may not import is told so before anything large is read.
  await read(context.views.bank.imports(actor, {}), request);
  const form = await request.formData();
  if (form.get("intent") === "read") {
    const answer = await commands.bank.readSlice(actor, { report: form.get("report") });
    return answer.ok ? { ok: true as const } : say(answer);
  }
  if (form.get("intent") === "draft") {
    const asked = { resource: form.get("resource"), component: form.get("component") };
    const made = await commands.authoring.draftFromImport(actor, asked);
    return made.ok ? redirect(`/bank/item-drafts/${made.draft}`) : say(made);
  }
  const file = form.get("file");
  const given =
    file instanceof Blob ? { name: "name" in file ? String(file.name) : "", bytes: await bytesOf(file) } : {};
  const answer = await commands.bank.receivePackage(actor, given);
  return answer.ok ? redirect(`/bank/import?report=${answer.report}`) : say(answer);
}

export const clientAction = (asked: ClientActionFunctionArgs) => sent(asked, { isFile: true });

const bytesOf = async (file: Blob) => new Uint8Array(await file.arrayBuffer());

export default function BankImport() {
  const { imports, chosen, asked } = useLoaderData<typeof loader>();
  return (
    <StaffPage
      title="Import questions"
      lead="Bring in questions from another system: QTI 2.0 to 3.0.1, as a package (zip) or a single file."
      breadcrumbs={<Breadcrumbs items={[{ href: "/bank", label: "Question bank" }, { label: "Import" }]} />}
    >
      <div className="grid gap-8">
        <ChooseFile />
        {chosen !== null && <Report key={chosen.report.id} {...chosen} asked={asked} />}
        <section className="grid gap-3">
          <h2 className="text-xl">Earlier imports</h2>
          <Panel flush>
            <ImportTable imports={imports} />
          </Panel>
        </section>
      </div>
    </StaffPage>
  );
}

function ChooseFile() {
  const said = useActionData<Said | { readonly ok: true }>();
  const { state, formData } = useNavigation();
  const sending = state !== "idle" && formData?.get("intent") === "receive";
  const error = said?.ok === false ? (said.fields.bytes ?? said.fields.name ?? said.words) : undefined;
  return (
    <Form method="post" encType="multipart/form-data" className="flex flex-wrap items-end gap-4">
      <input type="hidden" name="intent" value="receive" />
      <Field
        label="Package or file"
        name="file"
        type="file"
        accept=".zip,.imscc,.xml"
        hint="Nothing becomes part of a test by being imported. A package with anything harmful in it is refused whole."
        error={error}
        required
      />
      <Button type="submit" busy={sending && "Sending"}>
        Import
      </Button>
    </Form>
  );
}

type ReportProps = ImportReportView & { readonly asked: { readonly outcome: string; readonly q: string } };

/** Its buttons stand in the lines of the table. */
const draftForm = "make-a-draft";

function Report({ report, lines, found, asked, units }: ReportProps) {
  const { me } = useRoot();
  const writes = me?.roles.some((role) => itemWriters.includes(role)) ?? false;
  if (report.refused !== null) {
    const { message, file, line } = report.refused;
    return (
      <Notice tone="bad" title={`Nothing was taken from ${report.fileName}`}>
        {`${message} (${file}, line ${line})`}
      </Notice>
    );
  }
  return (
    <section className="grid gap-4">
      <h2 className="text-xl">{report.fileName}</h2>
      <ImportProgress report={report} />
      <div className="flex flex-wrap gap-6">
        {(["native", "opaque", "rejected"] as const).map((outcome) => (
          <Stat key={outcome} label={outcomeWords[outcome].title} value={report[outcome]} />
        ))}
      </div>
      <Form method="get" role="search" className="flex flex-wrap items-end gap-4">
        <input type="hidden" name="report" value={report.id} />
        <Field label="File or title" name="q" type="search" defaultValue={asked.q} />
        <Select
          label="Outcome"
          name="outcome"
          empty="Every outcome"
          defaultValue={asked.outcome}
          options={Object.entries(outcomeWords).map(([value, { title }]) => ({ value, label: title }))}
        />
        <Button type="submit" variant="quiet" icon={<SearchIcon />}>
          Search
        </Button>
        <LinkButton href={`/bank/import/report?report=${report.id}`} variant="plain" icon={<DownloadIcon />} download>
          Report as text
        </LinkButton>
        <LinkButton
          href={`/bank/import/report?report=${report.id}&as=json`}
          variant="plain"
          icon={<DownloadIcon />}
          download
        >
          Report as JSON
        </LinkButton>
      </Form>
      {writes && report.native > 0 && (
        <Form id={draftForm} method="post" encType="multipart/form-data">
          <input type="hidden" name="intent" value="draft" />
          <Select
            label="Unit for new drafts"
            name="component"
            hint="A draft is a copy that you classify and finish in the editor. Pictures are put in there."
            options={units.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form>
      )}
      <Panel flush footer={<p>{found > lines.length ? `The first ${lines.length} of ${found}` : `${found} in all`}</p>}>
        <ResourceTable lines={lines} {...(writes ? { form: draftForm } : {})} />
      </Panel>
      {report.leftOut.length > 0 && (
        <Notice tone="info" title="Files left out">
          <ul>
            {report.leftOut.map(({ file, message }) => (
              <li key={file}>{message}</li>
            ))}
          </ul>
        </Notice>
      )}
    </section>
  );
}
