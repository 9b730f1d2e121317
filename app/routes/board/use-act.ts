import { useFetcher } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { useAnnounce } from "../../components/announcer.tsx";
import type { Instant } from "../../exam/time/time.ts";
import type { Intent } from "./intents.ts";

/** What became of an action, in words for the person who did it. */
export type Told =
  | {
      readonly ok: true;
      readonly intent: Intent;
      readonly words: string;
      /** The code to carry on with at another computer; it is told once. */
      readonly move?: { readonly code: string; readonly until: Instant };
    }
  | { readonly ok: false; readonly words: string; readonly fields: Readonly<Record<string, string>> };

type Options = {
  readonly onDone?: (told: Told & { ok: true }) => void;
  /** Also in sight at the foot of the page, for what concerns the whole room. */
  readonly show?: boolean;
};

/** One place to act from: sends an intent, is busy until the server has answered, and keeps what it said. */
export function useAct(key: string, { onDone, show = false }: Options = {}) {
  const fetcher = useFetcher<Told>({ key });
  const announce = useAnnounce();
  const [told, setTold] = useState<Told | null>(null);
  const heard = useRef(fetcher.data);
  const done = useRef(onDone);
  done.current = onDone;

  const busy = fetcher.state === "submitting";
  useEffect(() => {
    if (busy) setTold(null);
  }, [busy]);
  useEffect(() => {
    if (fetcher.data === undefined || fetcher.data === heard.current) return;
    heard.current = fetcher.data;
    setTold(fetcher.data);
    announce(fetcher.data.words, { show: show && fetcher.data.ok });
    if (fetcher.data.ok) done.current?.(fetcher.data);
  }, [fetcher.data, announce, show]);

  return {
    Form: fetcher.Form,
    submit: fetcher.submit,
    busy,
    told,
    forget: () => setTold(null),
    intent: fetcher.formData?.get("intent"),
  };
}

export type Act = ReturnType<typeof useAct>;
