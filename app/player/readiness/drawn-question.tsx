import { Component, type ReactNode, useLayoutEffect, useRef } from "react";
import { shuffled } from "../../exam/form/shuffle.ts";
import { ItemBody } from "../interactions/item-body.tsx";
import type { Drawing } from "./use-machine-run.ts";

const nothing = {};
const keepNothing = () => {};

/** A question that stands so long is as slow as the longest limit, in milliseconds. */
const patience = 10_000;

/** Shows one question for a moment and says how long that took: until it is on the screen, its pictures with it. */
export function DrawnQuestion({ drawing }: { readonly drawing: Drawing }) {
  const { form, item, done } = drawing;
  return (
    <Broken key={item.id} onBroken={() => done(null)}>
      <Timed drawing={drawing}>
        <ItemBody
          body={item.body}
          response={nothing}
          onChange={keepNothing}
          seed={`readiness ${item.id}`}
          shuffle={shuffled}
          pictures={form.pictures}
        />
      </Timed>
    </Broken>
  );
}

function Timed({ drawing, children }: { readonly drawing: Drawing; readonly children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const since = useRef(performance.now());
  useLayoutEffect(() => {
    if (box.current !== null) box.current.inert = true;
    let over = false;
    const end = (took: number | null) => {
      if (!over) drawing.done(took);
      over = true;
    };
    const late = setTimeout(() => end(null), patience);
    void onScreen(box.current).then((isThere) => end(isThere ? performance.now() - since.current : null));
    return () => {
      over = true;
      clearTimeout(late);
    };
  }, [drawing]);
  return <div ref={box}>{children}</div>;
}

/** Drawn, with an extent, and with every picture decoded. A page nobody sees draws nothing: there only the pictures count. */
async function onScreen(box: HTMLElement | null): Promise<boolean> {
  if (box === null) return false;
  const pictures = [...box.querySelectorAll("img")].map((picture) => picture.decode());
  const decoded = await Promise.all(pictures).then(
    () => true,
    () => false,
  );
  if (!document.hidden) await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
  return decoded && box.offsetHeight > 0 && box.offsetWidth > 0;
}

/** A question that breaks the page breaks only itself. */
class Broken extends Component<{ readonly onBroken: () => void; readonly children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };
  static getDerivedStateFromError = () => ({ broken: true });
  override componentDidCatch() {
    this.props.onBroken();
  }
  override render() {
    return this.state.broken ? null : this.props.children;
  }
}
