import { type ReactNode, useState } from "react";
import { Button } from "../../components/button.tsx";
import { Disclosure } from "../../components/disclosure.tsx";
import { Field } from "../../components/field.tsx";
import { RadioGroup } from "../../components/radio-group.tsx";
import type { StopCause } from "../../exam/attempt/ledger.ts";
import { stopWords } from "../../exam/invigilation/seat-state.ts";
import type { Seat } from "../../live/contract.ts";
import { formOf, useDraft } from "./drafts.ts";
import type { Intent } from "./intents.ts";
import type { Act } from "./use-act.tsx";

type Props = { readonly intent: Intent; readonly seat: Seat; readonly act: Act; readonly children: ReactNode };

/** What is asked of the server about one seat. */
export function SeatForm({ intent, seat, act: { Form }, children }: Props) {
  return (
    <Form className="grid gap-3 justify-items-start">
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="attempt" value={seat.attempt} />
      {children}
    </Form>
  );
}

type FoldProps = { readonly summary: ReactNode; readonly isBegun: boolean; readonly children: ReactNode };

/** A form behind a fold, which stands open when it comes with something half written. */
export function Fold({ summary, isBegun, children }: FoldProps) {
  const [startsOpen] = useState(isBegun);
  return (
    <Disclosure summary={summary} open={startsOpen}>
      {children}
    </Disclosure>
  );
}

type SendProps = { readonly intent: Intent; readonly act: Act; readonly children: ReactNode };

export function Send({ intent, act, children }: SendProps) {
  return (
    <Button type="submit" size="small" busy={act.isSending(intent) && "Sending…"}>
      {children}
    </Button>
  );
}

/** What stands in the form of one order about this seat. */
export const useSeatDraft = <Fields extends Readonly<Record<string, string>>>(
  intent: Intent,
  seat: Seat,
  initial: Fields,
) => useDraft(formOf(intent, seat.attempt), initial);

/** The longest reason the server takes, in characters. */
export const longestReason = 500;

type StoppedForProps = {
  readonly of: readonly StopCause[];
  readonly value: string;
  readonly onChoose: (cause: string) => void;
};

/** Why a clock is stopped. */
export function StoppedFor({ of, value, onChoose }: StoppedForProps) {
  const options = of.map((cause) => ({ value: cause, label: stopWords[cause] }));
  return <RadioGroup legend="Cause" name="cause" value={value} onChange={onChoose} options={options} inline required />;
}

type WhyProps = {
  readonly id: string;
  readonly hint?: string;
  readonly value: string;
  readonly onWrite: (why: string) => void;
};

export function Why({ id, hint, value, onWrite }: WhyProps) {
  return (
    <Field
      id={id}
      name="why"
      label="Why"
      hint={hint}
      required
      minLength={3}
      maxLength={longestReason}
      value={value}
      onChange={(event) => onWrite(event.currentTarget.value)}
      width="full"
      className="w-full"
      autoComplete="off"
    />
  );
}
