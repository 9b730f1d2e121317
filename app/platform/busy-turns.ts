import type { Server } from "node:net";
import { performance } from "node:perf_hooks";

/** Milliseconds over which it is measured. */
const lately = 1_000;
/** Less rest than this, and whatever comes waits for what came before it. */
const nextToNoRest = 0.1;
/** In as many turns somebody was let in, and so many in all: then others wait outside. */
const mostTurns = 0.5;
const several = 20;
/** Measurements. Nobody is taken for free for the sake of one second of rest in between. */
const heldFor = 3;

/**
 * Whether this process has had next to no rest lately, or people stand in line outside. It lets in one connection in each turn of
 * its event loop (https://github.com/libuv/libuv/pull/3696), and its turns are long when everybody asks for something: a hall that
 * comes back stands in line then, where nothing here sees it, and gets in soonest if everybody keeps to their place.
 *
 * @param door lets them in.
 */
export function busyTurns(door: Pick<Server, "on" | "off">) {
  let before = performance.eventLoopUtilization();
  let turnsBefore = performance.nodeTiming.uvMetricsInfo.loopCount;
  let letIn = 0;
  // Whoever starts has much to do.
  let busyFor = heldFor;
  const count = () => {
    letIn += 1;
  };
  door.on("connection", count);
  const timer = setInterval(() => {
    const now = performance.eventLoopUtilization();
    const turns = performance.nodeTiming.uvMetricsInfo.loopCount;
    const hasNoRest = performance.eventLoopUtilization(now, before).utilization > 1 - nextToNoRest;
    const isLine = letIn >= several && letIn > mostTurns * (turns - turnsBefore);
    busyFor = hasNoRest || isLine ? heldFor : busyFor - 1;
    before = now;
    turnsBefore = turns;
    letIn = 0;
  }, lately).unref();
  return {
    busy: () => busyFor > 0,
    stop() {
      clearInterval(timer);
      door.off("connection", count);
    },
  };
}
