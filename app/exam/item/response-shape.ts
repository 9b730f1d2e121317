import { z } from "zod";
import { type ItemResponse, longestText } from "./response.ts";

export const itemResponseShape: z.ZodType<ItemResponse> = z.record(
  z.string().max(64),
  z.array(z.string().max(longestText)).max(200),
);
