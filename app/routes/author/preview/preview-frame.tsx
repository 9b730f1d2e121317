import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import type { TextSize, Theme } from "../../../components/look.ts";

type Props = {
  readonly theme: Theme;
  readonly text: TextSize;
  /** In pixels; null for all the room there is. */
  readonly width: number | null;
  readonly children: ReactNode;
};

const blank = '<!doctype html><html lang="en-GB"><head><title>Preview of the item</title></head><body></body></html>';

/** Makes a blank page look like ours, and gives the room in it. */
function roomIn(page: Document): HTMLElement {
  page.title = "Preview of the item";
  page.documentElement.lang = "en-GB";
  for (const style of document.querySelectorAll("link[rel=stylesheet], style")) {
    page.head.append(page.importNode(style, true));
  }
  const room = page.createElement("main");
  room.style.padding = "1rem";
  page.body.replaceChildren(room);
  page.body.style.minHeight = "0";
  return room;
}

/**
 * A page within the page, with a theme, a text size and a width of its own, as on a learner's screen. What it shows is part of
 * this page's React, so that nothing is sent anywhere.
 */
export function PreviewFrame({ theme, text, width, children }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [inside, setInside] = useState<HTMLElement | null>(null);
  const [height, setHeight] = useState(320);

  const prepare = useCallback(() => {
    const page = frame.current?.contentDocument;
    if (page) setInside(roomIn(page));
  }, []);
  // Some browsers have the blank page ready before anybody listens for it.
  useEffect(() => {
    if (frame.current?.contentDocument?.readyState === "complete") prepare();
  }, [prepare]);

  useEffect(() => {
    if (inside === null) return;
    const { dataset } = inside.ownerDocument.documentElement;
    if (theme === "system") delete dataset.theme;
    else dataset.theme = theme;
    dataset.text = text;
  }, [inside, theme, text]);

  useEffect(() => {
    if (inside === null) return;
    const watch = new ResizeObserver(() => setHeight(Math.ceil(inside.getBoundingClientRect().height) + 2));
    watch.observe(inside);
    return () => watch.disconnect();
  }, [inside]);

  return (
    <div className="overflow-x-auto rounded-md border border-line-strong">
      <iframe
        ref={frame}
        title="Preview of the item"
        srcDoc={blank}
        onLoad={prepare}
        className="block max-w-none border-0 bg-page"
        style={{ width: width ?? "100%", height }}
      />
      {inside && createPortal(children, inside)}
    </div>
  );
}
