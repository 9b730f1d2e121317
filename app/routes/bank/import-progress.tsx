import { useFetcher } from "@remix-run/react";
import { useEffect } from "react";
import { Button } from "../../components/button.tsx";
import { Notice } from "../../components/notice.tsx";
import { Progress } from "../../components/progress.tsx";
import type { ImportSummary } from "../../store/views/import-report.ts";

type Told = { readonly ok: boolean; readonly words?: string };

/** Asks for slice after slice until all is read; without JavaScript a button asks for the next. */
export function ImportProgress({ report: { id, done, total } }: { readonly report: ImportSummary }) {
  const { state, data, submit, Form } = useFetcher<Told>({ key: `import-${id}` });
  const failed = data?.ok === false;
  useEffect(() => {
    if (state === "idle" && !failed && done < total) submit({ intent: "read", report: id }, { method: "post" });
  }, [state, failed, done, total, id, submit]);
  if (done >= total) return null;
  return (
    <div className="grid gap-3" aria-live="polite">
      <Progress label="Reading" value={done} max={total} />
      {failed && <Notice tone="bad">{data.words}</Notice>}
      <Form method="post">
        <input type="hidden" name="intent" value="read" />
        <input type="hidden" name="report" value={id} />
        {(failed || state === "idle") && (
          <Button type="submit" variant="quiet" size="small">
            Go on reading
          </Button>
        )}
      </Form>
    </div>
  );
}
