import { Form, useNavigation } from "@remix-run/react";
import { useState } from "react";
import { Button, LinkButton } from "../../components/button.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Field } from "../../components/field.tsx";
import { RoomIcon } from "../../components/icons.tsx";
import { Panel } from "../../components/panel.tsx";
import { Select } from "../../components/select.tsx";
import type { BookingForm, OpenSitting } from "../../store/views/booking-form.ts";
import type { Said } from "../answer.ts";
import { inLondon } from "../london-time.ts";
import { Refusal } from "../refusal.tsx";
import { ArrangementFields } from "./arrangement-fields.tsx";

type Props = {
  readonly learner: NonNullable<BookingForm["learner"]>;
  readonly sittings: BookingForm["sittings"];
  readonly arrangements: BookingForm["arrangements"];
  readonly said: Said | undefined;
};

/** Sitting, seat and arrangements for one learner who may be entered. */
export function BookingFields({ learner, sittings, arrangements, said }: Props) {
  const sending = useNavigation().formMethod === "POST";
  const open = sittings.filter(({ componentId }) =>
    learner.verdicts.some((verdict) => verdict.may && verdict.componentId === componentId),
  );
  const [chosen, choose] = useState(open[0]?.id ?? "");
  const sitting = open.find(({ id }) => id === chosen);
  if (open.length === 0) return <NoSitting />;
  return (
    <Form method="post" noValidate className="grid gap-6">
      {said && <Refusal title="The learner is not booked" said={said} />}
      <input type="hidden" name="learner" value={learner.id} />
      <Panel title="Where and when">
        <div className="grid gap-5">
          <Select
            label="Sitting"
            name="sitting"
            value={chosen}
            onChange={(event) => choose(event.target.value)}
            error={said?.fields.sitting}
            options={open.map((one) => ({ value: one.id, label: sittingWords(one) }))}
          />
          {/* A new sitting brings its own proposal. */}
          <Field
            key={chosen}
            label="Seat"
            name="seat"
            width="short"
            hint={takenWords(sitting)}
            defaultValue={sitting?.nextSeat}
            error={said?.fields.seat}
            autoComplete="off"
            required
          />
        </div>
      </Panel>
      <ArrangementFields
        arrangements={arrangements}
        given={learner.lastArrangements}
        paper={sitting?.minutes ?? null}
      />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" busy={sending && "Booking"}>
          Book {learner.name}
        </Button>
        <LinkButton href="/entries" variant="quiet">
          Cancel
        </LinkButton>
      </div>
    </Form>
  );
}

const sittingWords = ({ title, startsAt, room }: OpenSitting) => `${inLondon(startsAt)}, ${room}: ${title}`;

const takenWords = (sitting: OpenSitting | undefined) =>
  sitting && sitting.taken.length > 0
    ? `A number, or a letter and a number. ${sitting.taken.length} taken: ${inOrder(sitting.taken)}.`
    : "A number, or a letter for the row and a number, such as B12.";

const inOrder = (seats: readonly string[]) =>
  seats.toSorted((a, b) => a.localeCompare(b, "en-GB", { numeric: true })).join(", ");

function NoSitting() {
  return (
    <EmptyState
      icon={<RoomIcon />}
      title="There is no sitting to book for"
      actions={<LinkButton href="/sittings/new">Plan a sitting</LinkButton>}
    >
      Every sitting of the test has ended. Plan a new one first.
    </EmptyState>
  );
}
