import type { Measured } from "./measured.ts";

/** A computer on which everything is as it should be, but for what the test says. */
export const computer = (but: Partial<Measured> = {}): Measured => ({
  secure: true,
  browser: { name: "Chrome", version: 131 },
  screen: { width: 1366, height: 700, zoom: 100 },
  clockAhead: 200,
  files: { count: 40, missing: 0, took: 900 },
  font: true,
  form: { fetched: 120, opened: 200 },
  drawn: [
    { type: "choice", took: 40 },
    { type: "order", took: 60 },
  ],
  line: { opened: 90, breaks: 0 },
  saves: { sent: 12, acknowledged: 12, slowest: 60 },
  stored: 12,
  storage: { keeping: "kept", room: 2_000_000_000 },
  offline: "ready",
  keyboard: "right",
  otherTabs: 0,
  ...but,
});
