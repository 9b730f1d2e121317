import { z } from "zod";
import { arrangementCodes, type GrantedArrangement } from "./access-arrangements.ts";

export const grantedArrangement: z.ZodType<GrantedArrangement> = z.object({
  code: z.enum(arrangementCodes),
  percent: z.number().int().min(1).max(300).optional(),
});
