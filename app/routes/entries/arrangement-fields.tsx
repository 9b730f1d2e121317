import { useState } from "react";
import { Checkbox } from "../../components/checkbox.tsx";
import { Disclosure } from "../../components/disclosure.tsx";
import { Field } from "../../components/field.tsx";
import { Panel } from "../../components/panel.tsx";
import type { ArrangementChoice } from "../../store/views/booking-form.ts";

type Props = {
  readonly arrangements: readonly ArrangementChoice[];
  /** Codes that were given last time. */
  readonly given: readonly string[];
  /** Minutes of the paper, to say what extra time comes to. */
  readonly paper: number | null;
};

/** The arrangements that most learners with any have; the others are behind a disclosure. */
const usual = ["ET25", "SRB", "CR", "RDR", "COL", "ROOM"];

export function ArrangementFields({ arrangements, given, paper }: Props) {
  const isNear = ({ code }: ArrangementChoice) => usual.includes(code) || given.includes(code);
  const field = (choice: ArrangementChoice) => (
    <ArrangementField key={choice.code} choice={choice} isGiven={given.includes(choice.code)} paper={paper} />
  );
  return (
    <Panel
      title="Access arrangements"
      lead="Only what has been approved. Extra time is added to the paper's time at once; of several, the largest counts."
    >
      <fieldset className="grid gap-1">
        <legend className="sr-only">Access arrangements</legend>
        {arrangements.filter(isNear).map(field)}
        <Disclosure summary="More arrangements">
          {arrangements.filter((choice) => !isNear(choice)).map(field)}
        </Disclosure>
      </fieldset>
    </Panel>
  );
}

type FieldProps = { readonly choice: ArrangementChoice; readonly isGiven: boolean; readonly paper: number | null };

function ArrangementField({ choice: { code, name, approval, extraPercent }, isGiven, paper }: FieldProps) {
  const [isChosen, choose] = useState(isGiven);
  const approved = approval === "centre" ? "The centre decides." : "Needs the awarding body's approval.";
  const fixed = typeof extraPercent === "number" && paper !== null ? extraWords(paper, extraPercent) : "";
  return (
    <div className="grid gap-2">
      <Checkbox
        id={`arrangement-${code}`}
        name="codes"
        value={code}
        label={name}
        hint={`${approved}${fixed}`}
        checked={isChosen}
        onChange={(event) => choose(event.target.checked)}
      />
      {isChosen && extraPercent !== null && typeof extraPercent === "object" && (
        <Field
          className="ps-8"
          label="How much, as approved"
          name={`percent-${code}`}
          type="number"
          min={extraPercent.from}
          max={extraPercent.to}
          defaultValue={extraPercent.usual}
          suffix="%"
          width="short"
        />
      )}
    </div>
  );
}

/** Whole minutes, rounded up once, as the rule book does. */
const extraWords = (paper: number, percent: number) => ` Adds ${Math.ceil((paper * percent) / 100)} minutes.`;
