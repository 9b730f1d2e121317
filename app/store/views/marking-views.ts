import { markingItem } from "./marking-item.ts";
import { markingQueues } from "./marking-queues.ts";
import type { Viewer } from "./view.ts";

export const markingViews = (see: Viewer) => ({
  queues: see(markingQueues),
  item: see(markingItem),
});
