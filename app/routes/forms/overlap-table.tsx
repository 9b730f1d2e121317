import { DataTable } from "../../components/data-table.tsx";
import type { AssemblyFound } from "../../store/views/form-assembly.ts";

type Props = { readonly overlap: AssemblyFound["overlap"]; readonly most: number };

/** Each form against each; what is too much stands out in weight and in words, not by colour alone. */
export function OverlapTable({ overlap: { names, percent }, most }: Props) {
  return (
    <DataTable
      caption="What each two forms have in common, in percent of the marks"
      captionHidden
      dense
      rows={names.map((name, at) => ({ name, at }))}
      rowKey={({ name }) => name}
      columns={[
        { key: "name", heading: "Form", cell: ({ name }) => name, rowHeading: true },
        ...names.map((name, other) => ({
          key: name,
          heading: name,
          numeric: true,
          cell: ({ at }: { readonly at: number }) => {
            if (at === other) return <span className="text-ink-soft">–</span>;
            const share = percent[at]?.[other] ?? 0;
            return share > most ? <strong className="text-bad">{share} %, too much</strong> : `${share} %`;
          },
        })),
      ]}
    />
  );
}
