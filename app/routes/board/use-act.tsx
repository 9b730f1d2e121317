import { useParams } from "@remix-run/react";
import { type ComponentProps, type FormEvent, useMemo, useRef, useState } from "react";
import { useAnnounce } from "../../components/announcer.tsx";
import { order } from "./order.ts";
import type { Told } from "./told.ts";

type Options = {
  readonly onDone?: (told: Told & { ok: true }) => void;
  /** Also in sight at the foot of the page, for what concerns the whole room. */
  readonly show?: boolean;
};

/** One place to act from: sends a form, is busy until the server has answered, and keeps what it said. */
export function useAct({ onDone, show = false }: Options = {}) {
  const { sitting = "" } = useParams();
  const announce = useAnnounce();
  const [sent, setSent] = useState<FormData | null>(null);
  const [told, setTold] = useState<Told | null>(null);
  const isSending = useRef(false);

  const submit = async (fields: FormData) => {
    // A second press while the first is on its way is the same wish.
    if (isSending.current) return;
    isSending.current = true;
    setSent(fields);
    setTold(null);
    const answer = await order(sitting, fields);
    isSending.current = false;
    setSent(null);
    setTold(answer);
    announce(answer.words, { show: show && answer.ok });
    if (answer.ok) latest.current.onDone?.(answer);
  };
  const latest = useRef({ submit, onDone });
  latest.current = { submit, onDone };

  const Form = useMemo(
    () =>
      function ActForm({ onSubmit, ...props }: ComponentProps<"form">) {
        const send = (event: FormEvent<HTMLFormElement>) => {
          onSubmit?.(event);
          if (event.defaultPrevented) return;
          event.preventDefault();
          const { nativeEvent: native } = event;
          const pressed = native instanceof SubmitEvent ? native.submitter : null;
          latest.current.submit(new FormData(event.currentTarget, pressed));
        };
        return <form {...props} method="post" onSubmit={send} />;
      },
    [],
  );
  return { Form, busy: sent !== null, told, forget: () => setTold(null), intent: sent?.get("intent") };
}

export type Act = ReturnType<typeof useAct>;
