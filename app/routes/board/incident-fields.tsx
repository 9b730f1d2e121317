import { useState } from "react";
import { Field } from "../../components/field.tsx";
import { Select } from "../../components/select.tsx";
import { TextArea } from "../../components/text-area.tsx";
import { type IncidentType, incidentAdvice, incidentTypes, incidentWords } from "../../exam/invigilation/incident.ts";
import type { Instant } from "../../exam/time/time.ts";
import { clockInLondon } from "../london-time.ts";

type Props = { readonly id: string; readonly now: Instant; readonly type?: IncidentType; readonly started?: Instant };

/** What happened, when, in the words of whoever saw it. */
export function IncidentFields({ id, now, type, started }: Props) {
  const [chosen, setChosen] = useState<string>(type ?? "");
  // The moment the form was opened, so that it does not move while somebody writes.
  const [opened] = useState(() => clockInLondon(started ?? now));
  const advice = incidentTypes.find((known) => known === chosen);
  return (
    <>
      <Select
        id={`${id}-type`}
        name="type"
        label="What kind"
        required
        empty="Choose"
        value={chosen}
        onChange={(event) => setChosen(event.currentTarget.value)}
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
          defaultValue={opened}
          required
        />
        <Field id={`${id}-ended`} name="ended" type="time" label="Ended" width="short" optional />
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
      />
    </>
  );
}
