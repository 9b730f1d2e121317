import { memo, type ReactNode, type Ref, useId } from "react";
import { classNames } from "./class-names.ts";
import { DownIcon, UpIcon } from "./icons.tsx";
import { Link } from "./link.tsx";
import type { Drawn } from "./rows-in-view.ts";
import type { Tone } from "./tone.ts";

export type Sort = {
  readonly direction: "ascending" | "descending" | "none";
  /** A link that sorts (the address remembers it) or, without one, a button. */
  readonly href?: string;
  readonly onSort?: () => void;
};

export type Column<Row> = {
  readonly key: string;
  readonly heading: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  readonly numeric?: boolean;
  /** The cell that names its row; one column a table. */
  readonly rowHeading?: boolean;
  readonly sort?: Sort;
  readonly width?: string;
  /** Left out where there is no room for it. */
  readonly narrow?: "hide";
};

/** Of a table that is too long to be in the page as a whole: what of it is. */
export type Part<Row> = Drawn & {
  readonly body: Ref<HTMLTableSectionElement>;
  /** Written on the row, for whoever measures rows. */
  readonly mark: (row: Row) => string;
};

type Props<Row> = {
  readonly caption: ReactNode;
  readonly captionHidden?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly empty?: ReactNode;
  readonly layout?: "scroll" | "cards";
  readonly dense?: boolean;
  readonly rowTone?: (row: Row) => Tone | undefined;
  readonly part?: Part<Row> | undefined;
};

const rowTones: Record<Tone, string> = {
  neutral: "",
  info: "bg-info-soft",
  good: "bg-good-soft",
  warn: "bg-warn-soft",
  bad: "bg-bad-soft",
};

/** Said aloud because folding a table into blocks makes browsers forget what its parts are. */
const spoken = {
  group: { role: "group" },
  table: { role: "table" },
  rowgroup: { role: "rowgroup" },
  row: { role: "row" },
  columnheader: { role: "columnheader" },
  rowheader: { role: "rowheader" },
  cell: { role: "cell" },
};

/** A native table: it scrolls in its own region or, as cards, folds each row into a block when there is no room. */
export function DataTable<Row>(props: Props<Row>) {
  const { caption, captionHidden, columns, rows, empty, layout = "scroll", dense, part } = props;
  const id = useId();
  if (rows.length === 0 && empty) return <>{empty}</>;
  const cards = layout === "cards";
  const pad = dense ? "px-3 py-1" : "px-4 py-2.5";
  return (
    <div className="@container">
      {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: it is a group by the role that is spread into it. */}
      <div
        {...spoken.group}
        aria-labelledby={id}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
        className={classNames("overflow-auto max-h-[85dvh] print:max-h-none", cards && "@max-[40rem]:max-h-none")}
      >
        <table
          {...spoken.table}
          aria-rowcount={part && rows.length + 1}
          className={classNames("w-full border-collapse text-start tabular", cards && "@max-[40rem]:block")}
        >
          <caption id={id} className={captionHidden ? "sr-only" : classNames("pb-2 text-start font-bold", pad)}>
            {caption}
          </caption>
          <thead {...spoken.rowgroup} className={classNames(cards && "@max-[40rem]:sr-only")}>
            <tr {...spoken.row}>
              {columns.map((column) => (
                <HeadingCell key={column.key} column={column} pad={pad} />
              ))}
            </tr>
          </thead>
          <tbody ref={part?.body} {...spoken.rowgroup} className={classNames(cards && "@max-[40rem]:block")}>
            <Rows {...props} pad={pad} cards={cards} />
          </tbody>
        </table>
      </div>
    </div>
  );
}

type RowsProps<Row> = Props<Row> & { readonly pad: string; readonly cards: boolean };

function Rows<Row>({ rows, rowKey, rowTone, columns, part, pad, cards }: RowsProps<Row>) {
  const one = (row: Row, at: number) => (
    <BodyRow
      key={rowKey(row)}
      {...{ row, columns, pad, cards }}
      tone={rowTone?.(row) ?? "neutral"}
      place={part && at + 2}
      mark={part?.mark(row)}
    />
  );
  if (part === undefined) return rows.map(one);
  // One flat list of keys, so that a row stays the same element wherever the part begins.
  return [
    ...part.stretches.flatMap(({ first, last, gap }) => [
      <Gap key={`before ${first}`} height={gap} columns={columns.length} />,
      ...rows.slice(first, last + 1).map((row, inside) => one(row, first + inside)),
    ]),
    <Gap key="rest" height={part.rest} columns={columns.length} />,
  ];
}

/** Stands for the rows that are not in the page. */
const Gap = ({ height, columns }: { readonly height: number; readonly columns: number }) =>
  height > 0 && (
    <tr aria-hidden>
      <td colSpan={columns} className="p-0" style={{ height }} />
    </tr>
  );

type RowProps<Row> = {
  readonly row: Row;
  readonly columns: readonly Column<Row>[];
  readonly tone: Tone;
  readonly pad: string;
  readonly cards: boolean;
  readonly place?: number | undefined;
  readonly mark?: string | undefined;
};

function PlainRow<Row>({ row, columns, tone, pad, cards, place, mark }: RowProps<Row>) {
  return (
    <tr
      {...spoken.row}
      aria-rowindex={place}
      data-row={mark}
      className={classNames(
        "border-b border-line last:border-b-0",
        rowTones[tone],
        cards && "@max-[40rem]:block @max-[40rem]:py-2",
      )}
    >
      {columns.map((column) => (
        <BodyCell key={column.key} column={column} row={row} pad={pad} cards={cards} />
      ))}
    </tr>
  );
}

/** Drawn again only when its row or the columns are other values than before. The type is said again because `memo` forgets it. */
const BodyRow = memo(PlainRow) as typeof PlainRow;

type CellProps<Row> = { readonly column: Column<Row>; readonly pad: string };

function HeadingCell<Row>({ column, pad }: CellProps<Row>) {
  const { sort } = column;
  return (
    <th
      scope="col"
      {...spoken.columnheader}
      aria-sort={sort ? sort.direction : undefined}
      style={column.width ? { width: column.width } : undefined}
      className={classNames(
        "sticky top-0 z-10 border-b-[1.5px] border-line-strong bg-sunken text-sm font-bold",
        pad,
        column.numeric ? "text-end" : "text-start",
        column.narrow === "hide" && "@max-[40rem]:hidden",
      )}
    >
      {sort ? <SortControl sort={sort}>{column.heading}</SortControl> : column.heading}
    </th>
  );
}

function SortControl({ sort, children }: { readonly sort: Sort; readonly children: ReactNode }) {
  const Arrow = sort.direction === "descending" ? DownIcon : UpIcon;
  const look = "inline-flex items-center gap-1 font-bold text-ink no-underline hover:text-accent hover:underline";
  const words = (
    <>
      {children}
      <Arrow className={sort.direction === "none" ? "opacity-30" : "text-accent"} />
    </>
  );
  return sort.href ? (
    <Link href={sort.href} className={look}>
      {words}
    </Link>
  ) : (
    <button type="button" onClick={sort.onSort} className={look}>
      {words}
    </button>
  );
}

function BodyCell<Row>({ column, row, pad, cards }: CellProps<Row> & { readonly row: Row; readonly cards: boolean }) {
  const look = classNames(
    pad,
    "align-baseline",
    column.numeric ? "text-end" : "text-start",
    cards && "@max-[40rem]:flex @max-[40rem]:justify-between @max-[40rem]:gap-4 @max-[40rem]:py-1",
    column.narrow === "hide" && "@max-[40rem]:hidden",
  );
  const content = (
    <>
      {cards && !column.rowHeading && (
        <span aria-hidden className="hidden text-sm text-ink-soft @max-[40rem]:inline">
          {column.heading}
        </span>
      )}
      {column.cell(row)}
    </>
  );
  return column.rowHeading ? (
    <th scope="row" {...spoken.rowheader} className={classNames(look, "font-bold")}>
      {content}
    </th>
  ) : (
    <td {...spoken.cell} className={look}>
      {content}
    </td>
  );
}
