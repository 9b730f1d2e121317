import { useParams } from "@remix-run/react";
import { type ComponentProps, type FormEvent, useMemo, useRef, useState } from "react";
import { useAnnounce } from "../../components/announcer.tsx";
import { type Draft, formOf, isSameDraft, useDrafts } from "./drafts.ts";
import type { Intent } from "./intents.ts";
import { order } from "./order.ts";
import type { Told } from "./told.ts";
import { isNamed, unansweredWords, useUnanswered, wasDone, wasDoneOtherwise } from "./use-unanswered.ts";

type Done = Told & { readonly ok: true };
type NotDone = Told & { readonly ok: false };

type Options = {
  readonly onDone?: (told: Done) => void;
  /** Also in sight at the foot of the page, for what concerns the whole room. */
  readonly show?: boolean;
  /** What the board knows besides, said with what the server says. */
  readonly alsoSay?: string | undefined;
  /** Whose draft it is, where that is not the form of what is asked for. */
  readonly form?: string | undefined;
};

/** What the server said of an order. */
export type Heard = { readonly intent: string; readonly told: Told };

/**
 * One place to act from: sends a form, is busy until the server has answered, and keeps what it said. Orders go one after the
 * other, as they were given; what was written for one is dropped when it is done, and not before. One that got no answer is looked
 * for on the board.
 */
export function useAct({ onDone, show = false, alsoSay, form: ofForm }: Options = {}) {
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
  const say = (intent: string, told: Told) => {
    setHeard((earlier) => [...earlier.filter((other) => other.intent !== intent), { intent, told }]);
    announce(told.words, { show: show && told.ok });
  };
  const finish = (form: string, draft: Draft | undefined, told: Done) => {
    if (draft) drafts.drop(form, draft);
    latest.current.onDone?.(told);
  };
  const { lookFor, settled } = useUnanswered({
    onTheWay,
    onSeen({ intent, name, form, draft, isChanged }, note) {
      drafts.rename(form, name);
      const now = drafts.of(form);
      if (isChanged || !isSameDraft(now, draft))
        return say(intent, { ok: false, words: wasDoneOtherwise(intent, note), fields: {} });
      const told: Done = withWords({ ok: true, intent, words: wasDone(intent, note) }, alsoSay);
      say(intent, told);
      finish(form, now, told);
    },
  });
  const submit = (fields: FormData) => {
    const form = ofForm ?? formOfOrder(fields);
    const intent = intentOf(fields);
    // A second press while the first is on its way is the same wish.
    if (waiting.current.includes(form)) return;
    if (waiting.current.length === 0) setHeard([]);
    wait([...waiting.current, form]);
    const draft = drafts.of(form);
    const sent = isNamed(intent) ? { intent, form, draft, name: drafts.nameOf(form) } : null;
    if (sent) fields.set("key", sent.name);
    before.current = before.current.then(async () => {
      const answer = await order(sitting, fields);
      wait(waiting.current.filter((other) => other !== form));
      if (sent && !answer.ok && answer.unanswered) lookFor(sent);
      if (sent && (answer.ok || answer.taken)) {
        drafts.rename(form, sent.name);
        settled(form);
      }
      const told = answer.ok
        ? withWords(answer, latest.current.alsoSay)
        : sent
          ? stillOpen(answer, aboutOf(fields) === null)
          : answer;
      say(intent, told);
      if (told.ok) finish(form, draft, told);
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

const formOfOrder = (fields: FormData) => formOf(intentOf(fields), aboutOf(fields));

/** The test it is about; null for the room. */
function aboutOf(fields: FormData) {
  const attempt = fields.get("attempt");
  return typeof attempt === "string" ? attempt : null;
}

const withWords = (told: Done, also: string | undefined): Done =>
  also ? { ...told, words: `${told.words} ${also}` } : told;

const stillOpen = (told: NotDone, isShown: boolean): NotDone =>
  told.unanswered ? { ...told, words: unansweredWords(isShown) } : told;
