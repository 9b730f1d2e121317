import { useParams } from "@remix-run/react";
import { type ComponentProps, type FormEvent, useMemo, useRef, useState } from "react";
import { useAnnounce } from "../../components/announcer.tsx";
import { formOf, useDrafts } from "./drafts.ts";
import type { Intent } from "./intents.ts";
import { order } from "./order.ts";
import type { Told } from "./told.ts";

type Done = Told & { readonly ok: true };

type Options = {
  readonly onDone?: (told: Done) => void;
  /** Also in sight at the foot of the page, for what concerns the whole room. */
  readonly show?: boolean;
  /** What the board knows besides, said with what the server says. */
  readonly alsoSay?: string | undefined;
};

/** What the server said of an order. */
export type Heard = { readonly intent: string; readonly told: Told };

/**
 * One place to act from: sends a form, is busy until the server has answered, and keeps what it said. Orders go one after the
 * other, as they were given; what was written for one is dropped when it is done, and not before.
 */
export function useAct({ onDone, show = false, alsoSay }: Options = {}) {
  const { sitting = "" } = useParams();
  const announce = useAnnounce();
  const drafts = useDrafts();
  const [onTheWay, setOnTheWay] = useState<readonly string[]>([]);
  const [heard, setHeard] = useState<readonly Heard[]>([]);
  const waiting = useRef<readonly string[]>([]);
  const before = useRef(Promise.resolve());

  const wait = (forms: readonly string[]) => {
    waiting.current = forms;
    setOnTheWay(forms);
  };
  const submit = (fields: FormData) => {
    const form = formOfOrder(fields);
    // A second press while the first is on its way is the same wish.
    if (waiting.current.includes(form)) return;
    if (waiting.current.length === 0) setHeard([]);
    wait([...waiting.current, form]);
    const draft = drafts.of(form);
    before.current = before.current.then(async () => {
      const told = withWords(await order(sitting, fields), latest.current.alsoSay);
      wait(waiting.current.filter((other) => other !== form));
      const intent = intentOf(fields);
      setHeard((earlier) => [...earlier.filter((other) => other.intent !== intent), { intent, told }]);
      announce(told.words, { show: show && told.ok });
      if (!told.ok) return;
      if (draft) drafts.drop(form, draft);
      latest.current.onDone?.(told);
    });
  };
  const latest = useRef({ submit, onDone, alsoSay });
  latest.current = { submit, onDone, alsoSay };

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
  return {
    Form,
    busy: onTheWay.length > 0,
    /** An order of this kind is being sent, or waits for the one before it. */
    isSending: (intent: Intent) => onTheWay.some((form) => form.endsWith(` ${intent}`)),
    /** What was said of the orders that were given one upon the other, the last one last. */
    heard,
    told: heard.at(-1)?.told ?? null,
    forget: () => setHeard([]),
  };
}

export type Act = ReturnType<typeof useAct>;

const intentOf = (fields: FormData) => String(fields.get("intent"));

function formOfOrder(fields: FormData) {
  const attempt = fields.get("attempt");
  return formOf(intentOf(fields), typeof attempt === "string" ? attempt : null);
}

const withWords = (told: Told, also: string | undefined): Told =>
  told.ok && also ? { ...told, words: `${told.words} ${also}` } : told;
