import { Form, useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import { Button } from "../../components/button.tsx";
import { Field } from "../../components/field.tsx";
import { Notice } from "../../components/notice.tsx";
import { TextArea } from "../../components/text-area.tsx";
import type { Said } from "../answer.ts";
import { noAnswerYet } from "../refusal.tsx";
import { type Draft, type DraftName, halfWay, type ReadDraft } from "./draft.ts";

type Props = {
  readonly draft: Draft;
  readonly read: ReadDraft;
  readonly onChange: (name: DraftName, value: string) => void;
  readonly onRevert: (() => void) | null;
  readonly max: number;
  /** The version the draft is measured against, 0 for none. */
  readonly after: number;
  readonly cautions: readonly string[];
  /** What the draft would do, beside the fields that do it. */
  readonly effect: ReactNode;
  readonly said: Said | null;
};

const fields = [
  { name: "pass", label: "Pass" },
  { name: "merit", label: "Merit" },
  { name: "distinction", label: "Distinction" },
] as const;

/** The three boundaries, what to beware of, why, and the button that saves them as a new version. */
export function BoundaryFields({ draft, read, onChange, onRevert, max, after, cautions, effect, said }: Props) {
  const sending = useNavigation().formData?.get("intent") === "set";
  const half = halfWay(draft);
  return (
    <Form method="post" className="grid gap-4" noValidate>
      <input type="hidden" name="intent" value="set" />
      <input type="hidden" name="after" value={after} />
      {said && (
        <Notice tone="bad" title={said.unanswered ? noAnswerYet : "Not saved"} live>
          {said.words}
        </Notice>
      )}
      <div className="grid grid-cols-[repeat(auto-fit,minmax(5.75rem,1fr))] gap-4">
        {fields.map(({ name, label }) => (
          <Field
            key={name}
            name={name}
            label={label}
            type="number"
            inputMode="numeric"
            min={1}
            max={max}
            step={1}
            width="short"
            value={draft[name]}
            error={said?.fields[name]}
            onChange={(event) => onChange(name, event.target.value)}
            required
          />
        ))}
      </div>
      {half !== null && draft.merit !== half && (
        <Button variant="quiet" size="small" className="justify-self-start" onClick={() => onChange("merit", half)}>
          Put Merit half-way, at {half}
        </Button>
      )}
      {read.state === "wrong" && (
        <Notice tone="bad" title="These boundaries are not possible">
          {read.why}
        </Notice>
      )}
      {effect}
      {cautions.length > 0 && (
        <Notice tone="warn" title="To bear in mind">
          <ul className="grid gap-1">
            {cautions.map((caution) => (
              <li key={caution}>{caution}</li>
            ))}
          </ul>
        </Notice>
      )}
      <TextArea
        name="why"
        label="Reason"
        hint="The evidence and the judgement behind these boundaries. It is kept with them."
        error={said?.fields.why}
        rows={3}
        required
      />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" busy={sending && "Saving"}>
          Save as version {after + 1}
        </Button>
        {onRevert && (
          <Button variant="quiet" onClick={onRevert}>
            Back to version {after}
          </Button>
        )}
      </div>
    </Form>
  );
}
