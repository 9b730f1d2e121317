import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from "react";
import { Button } from "./button.tsx";
import { classNames } from "./class-names.ts";
import { toneIcon } from "./status.tsx";
import { type Tone, toneBox } from "./tone.ts";

type Options = {
  /** Also in sight for a while, at the foot of the page. */ readonly show?: boolean;
  readonly tone?: Tone;
};
export type Announce = (message: string, options?: Options) => void;

const AnnounceContext = createContext<Announce>(() => {});

/** Says a message through the page's one polite live region; outside an `Announcer` it says nothing. */
export const useAnnounce = () => useContext(AnnounceContext);

type Said = { readonly message: string; readonly turn: number } & Options;

/** Holds the one polite live region of the page; stands once, around everything. */
export function Announcer({ children }: { readonly children: ReactNode }) {
  const [said, setSaid] = useState<Said>({ message: "", turn: 0 });
  const [shown, setShown] = useState(false);
  const announce = useCallback<Announce>((message, options = {}) => {
    setSaid((before) => ({ message, turn: before.turn + 1, ...options }));
    setShown(options.show ?? false);
  }, []);
  return (
    <AnnounceContext.Provider value={announce}>
      {children}
      <div role="status" aria-live="polite" className="sr-only">
        {/* A message said twice must differ, or it is heard once. */}
        {said.message && `${said.message}${said.turn % 2 === 0 ? "\u00a0" : ""}`}
      </div>
      {shown && <Toast key={said.turn} said={said} onDismiss={() => setShown(false)} />}
    </AnnounceContext.Provider>
  );
}

const longEnough = 8_000;

function Toast({ said, onDismiss }: { readonly said: Said; readonly onDismiss: () => void }) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(onDismiss, longEnough);
    return () => clearTimeout(timer);
  }, [held, onDismiss]);
  const tone = said.tone ?? "good";
  const Icon = toneIcon[tone];
  return (
    <div className="pointer-events-none fixed inset-x-0 bottom-4 z-40 flex justify-center px-4 print:hidden">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only waits while somebody is reading it. */}
      <div
        onMouseEnter={() => setHeld(true)}
        onMouseLeave={() => setHeld(false)}
        onFocus={() => setHeld(true)}
        onBlur={() => setHeld(false)}
        className={classNames(
          "pointer-events-auto flex items-center gap-3 rounded-md border px-4 py-2 shadow-raised",
          toneBox[tone],
        )}
      >
        <Icon />
        <p className="font-bold">{said.message}</p>
        <Button size="small" variant="plain" onClick={onDismiss}>
          Close
        </Button>
      </div>
    </div>
  );
}
