import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Breadcrumbs } from "../components/breadcrumbs.tsx";
import { Button } from "../components/button.tsx";
import { PrintIcon } from "../components/icons.tsx";
import { read } from "./answer.ts";
import { PaperForm } from "./forms/paper-form.tsx";
import { StaffPage } from "./staff-frame.tsx";
import "./forms/paper-form.css";

export const meta = () => [{ title: "Preview of a form · Question bank · Examhall" }];

/** One page for drafts and frozen forms; the address says which. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const asked = params.draft === undefined ? { of: "form", id: params.form } : { of: "draft", id: params.draft };
  return read(context.views.forms.preview(context.actor, asked), request);
}

export default function FormPreview() {
  const { found } = useLoaderData<typeof loader>();
  return (
    <StaffPage
      title={`Preview of ${found.name}`}
      lead="As learners get it, all on one page. Confidential, on paper too. Nothing you try here is recorded."
      breadcrumbs={
        <Breadcrumbs
          items={[
            { href: "/bank", label: "Question bank" },
            { href: found.back, label: found.name },
            { label: "Preview" },
          ]}
        />
      }
      actions={
        <Button icon={<PrintIcon />} onClick={() => window.print()}>
          Print or save as PDF
        </Button>
      }
    >
      <PaperForm form={found.form} />
    </StaffPage>
  );
}
