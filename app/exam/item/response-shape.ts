import { z } from "zod";
import type { ItemResponse } from "./response.ts";

/** No honest response is longer; a longer one is refused with words, not cut. */
export const longestText = 20_000;

export const itemResponseShape: z.ZodType<ItemResponse> = z.record(
  z.string().max(64),
  z.array(z.string().max(longestText)).max(200),
);
