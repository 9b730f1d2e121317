import { Form } from "@remix-run/react";
import { Button } from "../../components/button.tsx";
import { ConfirmButton } from "../../components/confirm-button.tsx";
import { DataTable } from "../../components/data-table.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Link } from "../../components/link.tsx";
import { Panel } from "../../components/panel.tsx";
import type { BookingLine } from "../../store/views/booking-lines.ts";
import { BookingStatus } from "../entries/entry-table.tsx";
import { inLondon } from "../london-time.ts";
import { ReceiptLink } from "../receipt/receipt-link.tsx";

type Props = { readonly bookings: readonly BookingLine[]; readonly mayBook: boolean; readonly mayReplay: boolean };

/** Everything the learner was ever booked for; what has not begun can be moved or cancelled. */
export function LearnerBookings({ bookings, mayBook, mayReplay }: Props) {
  return (
    <Panel title="Bookings" flush>
      <DataTable
        caption="Bookings"
        captionHidden
        layout="cards"
        rows={bookings}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "sitting",
            heading: "Sitting",
            cell: ({ sittingId, startsAt, room }) => (
              <Link href={`/sittings/${sittingId}`}>
                {inLondon(startsAt)}, {room}
              </Link>
            ),
            rowHeading: true,
          },
          { key: "title", heading: "Test", cell: ({ title }) => title, narrow: "hide" },
          {
            key: "attempt",
            heading: "Attempt",
            cell: ({ attemptNumber }) => (attemptNumber === 1 ? "First" : "Resit"),
          },
          { key: "seat", heading: "Seat", cell: ({ seat }) => seat },
          {
            key: "arrangements",
            heading: "Arrangements",
            cell: ({ arrangements }) => (arrangements.length > 0 ? arrangements.join(", ") : "None"),
          },
          { key: "state", heading: "State", cell: (booking) => <BookingStatus booking={booking} /> },
          {
            key: "receipt",
            heading: "Receipt",
            cell: ({ receipt, attempt }) =>
              receipt === null ? (
                "–"
              ) : (
                <span className="flex flex-wrap gap-x-3">
                  <ReceiptLink code={receipt} />
                  {mayReplay && <Link href={`/replay/${attempt}`}>Replay</Link>}
                </span>
              ),
          },
          {
            key: "change",
            heading: "Change",
            cell: (booking) => (mayBook && booking.mayChange ? <Change booking={booking} /> : "–"),
          },
        ]}
        empty={
          <EmptyState title="Not booked yet">A booking gives the learner a seat, a test form and a keycode.</EmptyState>
        }
      />
    </Panel>
  );
}

function Change({ booking }: { readonly booking: BookingLine }) {
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Form method="post" className="flex items-center gap-2">
        <input type="hidden" name="intent" value="seat" />
        <input type="hidden" name="booking" value={booking.id} />
        <input
          key={booking.seat}
          name="seat"
          aria-label="Another seat"
          defaultValue={booking.seat}
          className="control w-16 py-1"
          autoComplete="off"
        />
        <Button type="submit" size="small" variant="quiet">
          Move
        </Button>
      </Form>
      <ConfirmButton
        label="Cancel"
        size="small"
        variant="danger"
        title="Cancel this booking?"
        consequences="The seat becomes free and the keycode stops working at once. It uses no attempt up, and the learner can be booked again."
        confirmLabel="Cancel the booking"
        cancelLabel="Keep it"
        reason={{ label: "Why", name: "why", required: true }}
        form={{ fields: { intent: "cancel", booking: booking.id }, as: Form }}
      />
    </div>
  );
}
