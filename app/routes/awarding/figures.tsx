import { DataTable } from "../../components/data-table.tsx";
import { Disclosure } from "../../components/disclosure.tsx";
import { Panel } from "../../components/panel.tsx";
import { Stat } from "../../components/stat.tsx";
import { Status } from "../../components/status.tsx";
import type { Distribution } from "../../exam/awarding/distribution.ts";
import type { TestStatistics } from "../../exam/statistics/test-statistics.ts";
import type { AwardedItem } from "../../store/views/awarding-form.ts";

const undefinedFigure = "–";
const one = (value: number | null) => (value === null ? undefinedFigure : value.toFixed(1));
const two = (value: number | null) => (value === null ? undefinedFigure : value.toFixed(2));
const percent = (share: number | null) => (share === null ? undefinedFigure : `${Math.round(100 * share)}\u00a0%`);

/** The form in a row of figures. */
export function TestFigures({ statistics, max }: { readonly statistics: TestStatistics; readonly max: number }) {
  const { candidates, mean, standardDeviation, median, alpha, errorOfMeasurement } = statistics;
  return (
    <div className="grid grid-cols-[repeat(auto-fit,minmax(6rem,1fr))] gap-x-5 gap-y-4">
      <Stat label="Candidates" value={candidates} note="wholly marked" />
      <Stat label="Mean" value={one(mean)} note={`of ${max} marks`} />
      <Stat label="Median" value={one(median)} />
      <Stat label="Spread" value={one(standardDeviation)} note="standard deviation" />
      <Stat label="Reliability" value={two(alpha)} note={alpha === null ? "not defined yet" : "Cronbach's alpha"} />
      <Stat
        label="Error"
        value={errorOfMeasurement === null ? undefinedFigure : `± ${one(errorOfMeasurement)}`}
        note="of measurement, in marks"
      />
    </div>
  );
}

/** Facility outside this range is worth a look (domain rules, section 8). */
const facilityRange = { least: 0.3, most: 0.89 };
const discriminates = 0.2;

export function ItemFigures({ items }: { readonly items: readonly AwardedItem[] }) {
  return (
    <Panel
      title="Items"
      lead="Facility is the mean mark as a share of the maximum: 1 is easy. Discrimination is the correlation with the rest of the test."
      flush
    >
      <DataTable
        caption="Figures of each item"
        captionHidden
        dense
        rows={items}
        rowKey={({ number }) => String(number)}
        columns={[
          { key: "number", heading: "No.", cell: ({ number }) => number, numeric: true, width: "3.5rem" },
          { key: "title", heading: "Item", cell: ({ title }) => title, rowHeading: true },
          { key: "area", heading: "Area", cell: ({ area }) => area, narrow: "hide" },
          { key: "marks", heading: "Marks", cell: ({ maxMark }) => maxMark, numeric: true, narrow: "hide" },
          { key: "facility", heading: "Facility", cell: ({ facility }) => two(facility), numeric: true },
          {
            key: "discrimination",
            heading: "Discrimination",
            cell: ({ discrimination }) => two(discrimination),
            numeric: true,
            narrow: "hide",
          },
          { key: "omitted", heading: "Left blank", cell: ({ omitRate }) => percent(omitRate), numeric: true },
          { key: "look", heading: "Look at", cell: (item) => <LookAt item={item} /> },
        ]}
      />
    </Panel>
  );
}

function LookAt({ item: { facility, discrimination } }: { readonly item: AwardedItem }) {
  if (facility !== null && facility > facilityRange.most) return <Status tone="info">Easy</Status>;
  if (facility !== null && facility < facilityRange.least) return <Status tone="warn">Hard</Status>;
  if (discrimination !== null && discrimination < discriminates) return <Status tone="warn">Tells little apart</Status>;
  return null;
}

/** The chart's figures, for whoever reads rather than looks. */
export function DistributionTable({ distribution }: { readonly distribution: Distribution }) {
  return (
    <Disclosure summary="The same as a table">
      <DataTable
        caption="Candidates at each mark"
        captionHidden
        dense
        rows={distribution.marks.toReversed().filter(({ candidates }) => candidates > 0)}
        rowKey={({ mark }) => String(mark)}
        empty={<p>No candidate is wholly marked yet.</p>}
        columns={[
          { key: "mark", heading: "Mark", cell: ({ mark }) => mark, numeric: true, rowHeading: true },
          { key: "candidates", heading: "Candidates", cell: ({ candidates }) => candidates, numeric: true },
          { key: "above", heading: "At or above", cell: ({ atOrAbove }) => atOrAbove, numeric: true },
          { key: "share", heading: "Share", cell: ({ shareAtOrAbove }) => percent(shareAtOrAbove), numeric: true },
        ]}
      />
    </Disclosure>
  );
}
