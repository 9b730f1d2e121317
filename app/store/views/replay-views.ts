import { findReplay, replayPage } from "./replay.ts";
import type { Viewer } from "./view.ts";

export const replayViews = (see: Viewer) => ({ find: see(findReplay), page: see(replayPage) });
