import type { Who } from "../people/actor.ts";

/** Who writes items and reviews what others wrote. */
export const itemWriters: readonly Who[] = ["item-writer"];
/** Who may look at drafts. */
export const draftReaders: readonly Who[] = ["item-writer", "administrator"];
