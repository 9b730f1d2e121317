/** How somebody likes to see the screen; `system` follows the computer. `public/look.js` applies it before the first paint. */
export type Look = { readonly theme: Theme; readonly text: TextSize };
export type Theme = (typeof themes)[number];
export type TextSize = (typeof textSizes)[number];

export const themes = ["system", "light", "dark", "high-contrast", "cream"] as const;
export const textSizes = ["normal", "large", "larger", "largest"] as const;
export const lookKey = "examhall-look";

const plain: Look = { theme: "system", text: "normal" };
const listeners = new Set<() => void>();
let last: { readonly stored: string | null; readonly look: Look } = { stored: null, look: plain };

const parse = (stored: string | null): Look => {
  try {
    const { theme, text } = JSON.parse(stored ?? "{}") as Partial<Record<string, unknown>>;
    return {
      theme: themes.find((one) => one === theme) ?? plain.theme,
      text: textSizes.find((one) => one === text) ?? plain.text,
    };
  } catch {
    return plain;
  }
};

const stored = () => {
  try {
    return localStorage.getItem(lookKey);
  } catch {
    // A browser that forbids storage still shows the page.
    return last.stored;
  }
};

/** What is remembered on this computer. The same object until it changes. */
export function readLook(): Look {
  const now = stored();
  if (now !== last.stored) last = { stored: now, look: parse(now) };
  return last.look;
}

export const plainLook = () => plain;

/** Shows the page so and, unless told otherwise, remembers it. A learner's own arrangement is shown without remembering. */
export function applyLook(change: Partial<Look>, { remember = true }: { readonly remember?: boolean } = {}) {
  const look = { ...readLook(), ...change };
  const { dataset } = document.documentElement;
  if (look.theme === "system") delete dataset.theme;
  else dataset.theme = look.theme;
  dataset.text = look.text;
  if (!remember) return;
  last = { stored: JSON.stringify(look), look };
  try {
    localStorage.setItem(lookKey, last.stored ?? "");
  } catch {
    // As above.
  }
  for (const listener of listeners) listener();
}

/** For `useSyncExternalStore`; another tab's choice counts too. */
export function onLook(listener: () => void) {
  const other = (event: StorageEvent) => {
    if (event.key === lookKey) applyLook(readLook());
  };
  listeners.add(listener);
  addEventListener("storage", other);
  return () => {
    listeners.delete(listener);
    removeEventListener("storage", other);
  };
}
