import type { Who } from "../people/actor.ts";

/** Who puts forms together, freezes them and takes them out of use. */
export const formMakers: readonly Who[] = ["item-writer", "awarder", "administrator"];
