import { asideList } from "./aside-list.ts";
import { asideTest } from "./aside-test.ts";
import { markingItem } from "./marking-item.ts";
import { markingQueues } from "./marking-queues.ts";
import type { Viewer } from "./view.ts";

export const markingViews = (see: Viewer) => ({
  queues: see(markingQueues),
  item: see(markingItem),
  asideList: see(asideList),
  asideTest: see(asideTest),
});
