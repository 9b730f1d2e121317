import type { Slip } from "../../commands/bookings/print-slips.ts";
import type { SlipSheet } from "../../store/views/slip-sheet.ts";
import { clockInLondon, dayInLondon } from "../london-time.ts";

type Props = { readonly sheet: SlipSheet; readonly slips: readonly Slip[] };

/** Two columns of slips with lines to cut along; on paper nothing else is printed, and no slip is split. */
export function SlipPages({ sheet, slips }: Props) {
  return (
    <ul className="slips grid grid-cols-1 sm:grid-cols-2 print:grid-cols-2">
      {slips.map((slip) => (
        <li
          key={slip.booking}
          className="grid min-w-0 content-start gap-3 border border-dashed border-line-strong p-5 break-inside-avoid print:min-h-[6.4cm] print:gap-2 print:p-4"
        >
          <div className="flex items-start justify-between gap-4 text-sm">
            <p>
              <strong>{sheet.centre}</strong>
              <br />
              {sheet.title}
              <br />
              {dayInLondon(sheet.startsAt)}, {clockInLondon(sheet.startsAt)}, {sheet.room}
            </p>
            <p className="text-end">
              Seat
              <br />
              <strong className="text-3xl tabular">{slip.seat}</strong>
            </p>
          </div>
          <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-1">
            <dt className="text-sm text-ink-soft">Name</dt>
            <dd className="font-bold">{slip.name}</dd>
            <dt className="text-sm text-ink-soft sm:whitespace-nowrap print:whitespace-nowrap">Candidate number</dt>
            <dd className="text-xl font-bold tabular">{slip.candidateNumber}</dd>
            <dt className="text-sm text-ink-soft">Keycode</dt>
            <dd className="font-mono text-2xl font-bold whitespace-nowrap sm:text-3xl print:text-2xl">
              {slip.keycode}
            </dd>
          </dl>
          <p className="text-sm">Keep this private, and hand it back at the end.</p>
        </li>
      ))}
    </ul>
  );
}
