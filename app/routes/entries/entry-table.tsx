import { LinkButton } from "../../components/button.tsx";
import { type Column, DataTable } from "../../components/data-table.tsx";
import { Disclosure } from "../../components/disclosure.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { PersonIcon } from "../../components/icons.tsx";
import { Link } from "../../components/link.tsx";
import { Badge, Status } from "../../components/status.tsx";
import { gradeNames } from "../../exam/awarding/grade.ts";
import type { BookingLine, Verdict } from "../../store/views/booking-lines.ts";
import type { Entries, EntryRow } from "../../store/views/entries.ts";
import { inLondon } from "../london-time.ts";
import { sortBy } from "../staff/address.ts";
import { stateOf } from "./state-words.ts";
import { VerdictWords } from "./verdict-words.tsx";

type Props = Pick<Entries, "rows" | "asked"> & { readonly manyCentres: boolean; readonly search: URLSearchParams };

/** One line a learner, with every place they have had and what comes next. */
export function EntryTable({ rows, asked, manyCentres, search }: Props) {
  const columns: readonly Column<EntryRow>[] = [
    {
      key: "name",
      heading: "Learner",
      cell: ({ learner, name }) => <Link href={`/learners/${learner}`}>{name}</Link>,
      rowHeading: true,
      sort: sortBy(search, asked.sort, "name"),
    },
    {
      key: "number",
      heading: "Number",
      cell: ({ candidateNumber }) => candidateNumber,
      sort: sortBy(search, asked.sort, "number"),
    },
    ...(manyCentres ? [{ key: "centre", heading: "Centre", cell: ({ centre }: EntryRow) => centre }] : []),
    { key: "bookings", heading: "Bookings", cell: ({ bookings }) => <Places bookings={bookings} /> },
    { key: "next", heading: "Next", cell: (row) => <Next row={row} />, width: "18rem" },
  ];
  const isFiltered = asked.q !== "" || asked.show !== "all" || asked.sitting !== null;
  return (
    <DataTable
      caption="Learners"
      captionHidden
      layout="cards"
      rows={rows}
      rowKey={({ learner }) => learner}
      columns={columns}
      empty={
        <EmptyState icon={<PersonIcon />} title={isFiltered ? "Nobody matches" : "No learner is on the list yet"}>
          {isFiltered
            ? "Try fewer letters, or all learners."
            : "Add the first one above, then book them for a sitting."}
        </EmptyState>
      }
    />
  );
}

function Places({ bookings }: { readonly bookings: readonly BookingLine[] }) {
  if (bookings.length === 0) return <span className="text-ink-soft">None</span>;
  return (
    <ul className="grid gap-2">
      {bookings.map((booking) => (
        <li key={booking.id} className="grid gap-0.5">
          <span>
            {booking.attemptNumber > 1 && <Badge>Resit</Badge>} {inLondon(booking.startsAt)}, {booking.room}, seat{" "}
            {booking.seat}
          </span>
          <span className="flex flex-wrap items-baseline gap-x-3">
            <BookingStatus booking={booking} />
            {booking.arrangements.map((name) => (
              <Badge key={name} tone="info">
                {name}
              </Badge>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}

export function BookingStatus({ booking }: { readonly booking: BookingLine }) {
  const { tone, words } = stateOf(booking);
  const grade = booking.grade as keyof typeof gradeNames | null;
  return <Status tone={tone}>{grade ? `${words}: ${gradeNames[grade]}` : words}</Status>;
}

/** What the rule comes to; the whole sentence is behind it. */
const shortly = ({ rule }: Verdict) =>
  rule?.name === "resultBeforeResit" ? "A resit after the result" : "No attempt is left";

function Next({ row: { learner, name, bookings, verdicts } }: { readonly row: EntryRow }) {
  const may = verdicts.find((verdict) => verdict.may);
  if (may)
    return (
      <LinkButton href={`/entries/new?learner=${learner}`} size="small" variant="quiet">
        {may.attemptNumber === 1 ? "Book" : "Book the resit"}
        <span className="sr-only"> for {name}</span>
      </LinkButton>
    );
  const refused = verdicts.filter(({ rule }) => rule !== null && !bookings.some(({ entry }) => entry === "open"));
  if (refused.length === 0) return <span className="text-ink-soft">–</span>;
  return refused.map((verdict) => (
    <Disclosure key={verdict.componentId} summary={shortly(verdict)}>
      <VerdictWords verdict={verdict} />
    </Disclosure>
  ));
}
