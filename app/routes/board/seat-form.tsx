import type { ReactNode } from "react";
import { Button } from "../../components/button.tsx";
import { Field } from "../../components/field.tsx";
import type { Seat } from "../../live/contract.ts";
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

export function Send({ act, children }: { readonly act: Act; readonly children: ReactNode }) {
  return (
    <Button type="submit" size="small" busy={act.busy && "Sending…"}>
      {children}
    </Button>
  );
}

export function Why({ id, hint }: { readonly id: string; readonly hint?: string }) {
  return (
    <Field
      id={id}
      name="why"
      label="Why"
      hint={hint}
      required
      minLength={3}
      maxLength={500}
      width="full"
      className="w-full"
      autoComplete="off"
    />
  );
}
