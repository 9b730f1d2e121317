import type { Channel } from "../../app/player/copy/line.ts";

type End = { -readonly [Key in keyof Channel]: Channel[Key] } & { readonly other: () => End };

/** Two ends of a channel within one process: ordered, nothing lost, and everything copied on the way, as over a wire. */
export function pairedChannels() {
  const one: End = end(() => two);
  const two: End = end(() => one);
  return {
    one: one as Channel,
    two: two as Channel,
    open() {
      for (const each of [one, two]) {
        each.readyState = "open" as never;
        each.onopen?.call(each as never, new Event("open"));
      }
    },
  };
}

function end(other: () => End): End {
  const mine: End = {
    other,
    readyState: "connecting",
    binaryType: "arraybuffer",
    onopen: null,
    onmessage: null,
    onclose: null,
    send(data: unknown) {
      const copied = data instanceof Uint8Array ? data.slice().buffer : data;
      queueMicrotask(() => other().onmessage?.call(other() as never, { data: copied } as MessageEvent));
    },
    close() {
      if (mine.readyState === "closed") return;
      for (const each of [mine, other()]) {
        each.readyState = "closed";
        each.onclose?.call(each as never, new Event("close"));
      }
    },
  };
  return mine;
}
