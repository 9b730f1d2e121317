import { z } from "zod";
import { type ItemResponse, longestText } from "./response.ts";
import { isStorable, storable } from "./storable-text.ts";

/** What a learner typed is never refused for a sign the database cannot keep: it would hold up everything after it. */
export const itemResponseShape: z.ZodType<ItemResponse> = z.record(
  z.string().max(64).refine(isStorable),
  z.array(z.string().max(longestText).transform(storable)).max(200),
);
