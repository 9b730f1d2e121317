import { useCallback, useEffect, useRef, useState } from "react";
import { type DeskKey, keyMeans, type Where } from "./keys.ts";

const storageKey = "examhall-marking-keys";

/** Listens to the keys of the desk, and remembers on this computer whether single letters and figures are on. */
export function useKeys(act: (key: DeskKey) => void) {
  const [lettersOn, setLettersOn] = useState(true);
  useEffect(() => setLettersOn(window.localStorage.getItem(storageKey) !== "off"), []);

  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { key, repeat } = event;
      const isCommand = event.ctrlKey || event.metaKey;
      if (event.altKey) return;
      const means = keyMeans({ key, where: whereIs(event.target), isCommand, isRepeat: repeat, lettersOn });
      if (means === null) return;
      event.preventDefault();
      latest.current(means);
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [lettersOn]);

  const setLetters = useCallback((on: boolean) => {
    window.localStorage.setItem(storageKey, on ? "on" : "off");
    setLettersOn(on);
  }, []);
  return { lettersOn, setLetters };
}

function whereIs(target: EventTarget | null): Where {
  if (document.querySelector("dialog[open]") !== null) return "dialog";
  if (!(target instanceof Element)) return "elsewhere";
  if (target.closest("textarea, select, input:not([type=checkbox]):not([type=radio]), [contenteditable=true]"))
    return "text";
  return target.closest("a, button, summary") ? "button" : "elsewhere";
}
