import { Form, useSearchParams, useSubmit } from "@remix-run/react";
import { Button } from "../../components/button.tsx";
import { Panel } from "../../components/panel.tsx";
import { Select } from "../../components/select.tsx";
import { Stat } from "../../components/stat.tsx";
import { type Grade, gradeNames, grades } from "../../exam/awarding/grade.ts";
import { gradeInWords } from "../../exam/qualification/grade-in-words.ts";
import { inUnitOrder, qualificationGrade } from "../../exam/qualification/qualification-grade.ts";
import { graded } from "../../exam/qualification/unit-scale.ts";

const options = grades.toReversed().map((grade) => ({
  value: grade,
  label: `${gradeNames[grade]} (${graded.points.unitPoints[grade]})`,
}));

/** Four unit grades in, one qualification grade out, and why. The address holds the question, so it can be sent on. */
export function GradeCalculator() {
  const [search] = useSearchParams();
  const submit = useSubmit();
  const given = graded.points.units.map((unit) => asGrade(search.get(`unit${unit}`)));
  const outcomes = inUnitOrder(given, graded.points);
  const whole = qualificationGrade(outcomes, graded.points);
  return (
    <Panel
      title="What would the qualification be?"
      lead="Choose a grade for each unit. The external unit is counted here with its grade's own points."
      id="calculator"
    >
      <Form
        method="get"
        action="#calculator"
        preventScrollReset
        className="grid gap-5"
        onChange={(event) => submit(event.currentTarget, { preventScrollReset: true, replace: true })}
      >
        <div className="grid grid-cols-[repeat(auto-fit,minmax(13rem,1fr))] gap-4">
          {graded.units.map(({ ref, title }, at) => (
            <Select
              key={ref}
              label={`Unit ${ref}`}
              hint={title}
              name={`unit${ref}`}
              empty="Not there yet"
              defaultValue={given[at] ?? ""}
              options={options}
            />
          ))}
        </div>
        <noscript>
          <Button type="submit">Work it out</Button>
        </noscript>
        <div role="status" className="grid gap-3">
          <div className="grid grid-cols-[repeat(auto-fit,minmax(8rem,1fr))] gap-4">
            <Stat label="Grade" value={whole.grade ? gradeNames[whole.grade] : "Not yet"} />
            <Stat label="Points" value={whole.points ?? "–"} note="of 128" />
          </div>
          <p className="measure">{gradeInWords(whole, outcomes, graded.points)}</p>
        </div>
      </Form>
    </Panel>
  );
}

const asGrade = (text: string | null): Grade | null => grades.find((grade) => grade === text) ?? null;
