import { DataTable } from "../../components/data-table.tsx";
import { DescriptionList } from "../../components/description-list.tsx";
import { Disclosure } from "../../components/disclosure.tsx";
import { Panel } from "../../components/panel.tsx";
import type { Qualification, Unit } from "../../exam/qualification/qualification.ts";
import { assessmentWords, combinationInWords, pointsInWords, testInWords } from "./rule-words.ts";

const silent = "The specification does not say";

/** One qualification: its size, its units, how they combine, how it is graded, and what its specification prints wrongly. */
export function QualificationDetail({ qualification }: { readonly qualification: Qualification }) {
  const { id, title, units, corrections, roles, roleRules } = qualification;
  return (
    <Panel title={title} id={id} className="scroll-mt-4">
      <div className="grid gap-5">
        <DescriptionList items={facts(qualification)} />
        <Disclosure summary={`${units.length} units`} open={units.length <= 4}>
          <Units units={units} />
        </Disclosure>
        <Disclosure summary="People and their duties">
          <p>{capital(roles.join(", "))}.</p>
          {roleRules.length > 0 && (
            <ul className="mt-2 list-disc ps-5">
              {roleRules.map((rule) => (
                <li key={rule}>{rule}</li>
              ))}
            </ul>
          )}
        </Disclosure>
        {corrections.length > 0 && (
          <Disclosure summary={`${corrections.length} corrections to the printed specification`}>
            <DataTable
              caption="Printed, and right"
              captionHidden
              dense
              layout="cards"
              rows={corrections}
              rowKey={({ printed }) => printed}
              columns={[
                { key: "printed", heading: "Printed", cell: ({ printed }) => printed, rowHeading: true },
                { key: "right", heading: "Used here", cell: ({ right }) => right },
                { key: "why", heading: "Why", cell: ({ why }) => why },
              ]}
            />
          </Disclosure>
        )}
      </div>
    </Panel>
  );
}

function facts(qualification: Qualification) {
  const { qan, awardingBody, level, guidedHours, guidedHoursComputed, totalHours, credit, grading, resits } =
    qualification;
  const test = testInWords(qualification);
  const points = pointsInWords(qualification);
  const hours =
    guidedHoursComputed === null ? "" : ` (as published; the smallest choice of units comes to ${guidedHoursComputed})`;
  return [
    { term: "Qualification number", detail: qan },
    { term: "Awarding body", detail: awardingBody },
    {
      term: "Size",
      detail: `Level ${level}, ${guidedHours} guided hours${hours}, ${totalHours} hours in all${credit === null ? "" : `, ${credit} credits`}`,
    },
    { term: "Units to take", detail: <Lines of={combinationInWords(qualification.combination)} /> },
    {
      term: "Grades",
      detail: `${grading.scale.map(capital).join(", ")}. ${grading.rule}.${grading.stated ? "" : " The scale is not stated as such."}`,
    },
    ...(points ? [{ term: "Points", detail: points }] : []),
    { term: "External test", detail: test ?? "None" },
    { term: "Resits", detail: resits ?? silent },
  ];
}

const Lines = ({ of }: { readonly of: readonly string[] }) => (
  <ul>
    {of.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ul>
);

function Units({ units }: { readonly units: readonly Unit[] }) {
  const credits = units.some(({ credit }) => credit !== null);
  return (
    <DataTable
      caption="Units"
      captionHidden
      dense
      layout="cards"
      rows={units}
      rowKey={({ ref }) => ref}
      columns={[
        { key: "ref", heading: "Unit", cell: ({ ref }) => ref, width: "8rem" },
        { key: "title", heading: "Title", cell: ({ title }) => title, rowHeading: true },
        { key: "group", heading: "Group", cell: ({ group }) => capital(group) },
        { key: "assessment", heading: "Assessed by", cell: ({ assessment }) => assessmentWords[assessment] },
        { key: "hours", heading: "Guided hours", cell: ({ guidedHours }) => guidedHours, numeric: true },
        ...(credits
          ? [{ key: "credit", heading: "Credits", cell: ({ credit }: Unit) => credit ?? "–", numeric: true }]
          : []),
      ]}
    />
  );
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
