import { useState } from "react";
import { Field } from "../../components/field.tsx";
import { Select } from "../../components/select.tsx";
import { TextArea } from "../../components/text-area.tsx";
import { incidentAdvice, incidentTypes, incidentWords } from "../../exam/invigilation/incident.ts";
import type { Instant } from "../../exam/time/time.ts";
import { clockInLondon } from "../london-time.ts";
import { formOf, useDraft } from "./drafts.ts";

/** The incident that is being written about the room, or about one learner. */
export function useIncident(now: Instant, attempt: string | null = null) {
  // The moment the form was opened, so that it does not move while somebody writes.
  const [opened] = useState(() => clockInLondon(now));
  return useDraft(formOf("incident", attempt), { type: "", started: opened, ended: "", narrative: "" });
}

type Props = { readonly id: string } & Pick<ReturnType<typeof useIncident>, "fields" | "change">;

/** What happened, when, in the words of whoever saw it. */
export function IncidentFields({ id, fields, change }: Props) {
  const advice = incidentTypes.find((known) => known === fields.type);
  return (
    <>
      <Select
        id={`${id}-type`}
        name="type"
        label="What kind"
        required
        empty="Choose"
        value={fields.type}
        onChange={(event) => change({ type: event.currentTarget.value })}
        options={incidentTypes.map((value) => ({ value, label: incidentWords(value) }))}
        className="w-full"
      />
      <div className="flex flex-wrap gap-4">
        <Field
          id={`${id}-started`}
          name="started"
          type="time"
          label="Began"
          width="short"
          value={fields.started}
          onChange={(event) => change({ started: event.currentTarget.value })}
          required
        />
        <Field
          id={`${id}-ended`}
          name="ended"
          type="time"
          label="Ended"
          width="short"
          value={fields.ended}
          onChange={(event) => change({ ended: event.currentTarget.value })}
          optional
        />
      </div>
      <TextArea
        id={`${id}-narrative`}
        name="narrative"
        label="What happened"
        hint={
          (advice && incidentAdvice[advice]) ?? "Who, what, and what you did. It becomes part of the sitting's report."
        }
        required
        minLength={3}
        maxLength={4_000}
        rows={4}
        className="w-full"
        value={fields.narrative}
        onChange={(event) => change({ narrative: event.currentTarget.value })}
      />
    </>
  );
}
