import { performance } from "node:perf_hooks";

/** Milliseconds over which it is measured. */
const lately = 1_000;
/** Less rest than this, and whatever comes waits for what came before it. */
const nextToNoRest = 0.1;

/**
 * Whether this process has had next to no rest lately. It lets in one connection in each turn of its event loop
 * (https://github.com/libuv/libuv/pull/3696), and its turns are long when everybody asks for something: a hall that comes back
 * stands in line then, also outside where nothing here sees it, and gets in soonest if everybody keeps to their place.
 */
export function busyTurns() {
  let before = performance.eventLoopUtilization();
  // Whoever starts has much to do.
  let busy = true;
  const timer = setInterval(() => {
    const now = performance.eventLoopUtilization();
    busy = performance.eventLoopUtilization(now, before).utilization > 1 - nextToNoRest;
    before = now;
  }, lately).unref();
  return { busy: () => busy, stop: () => clearInterval(timer) };
}
