import { auditLog } from "./audit-log.ts";
import { staffList } from "./staff-list.ts";
import type { Viewer } from "./view.ts";
import { waiting } from "./waiting.ts";

export const staffViews = (see: Viewer) => ({ list: see(staffList), audit: see(auditLog), waiting: see(waiting) });
