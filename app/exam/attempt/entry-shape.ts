import { z } from "zod";
import { itemResponseShape } from "../item/response-shape.ts";
import { isStorable } from "../item/storable-text.ts";
import { type Entry, longestBatch } from "./entry.ts";

const item = z.string().min(1).max(64).refine(isStorable);
const look = z.string().max(20).refine(isStorable);
const base = { seq: z.int32().min(1), left: z.number().min(0) };

const entry = z.discriminatedUnion("kind", [
  z.object({ ...base, kind: z.literal("answer"), item, response: itemResponseShape }),
  z.object({ ...base, kind: z.literal("flag"), item, flagged: z.boolean() }),
  z.object({ ...base, kind: z.literal("visit"), item }),
  z.object({ ...base, kind: z.literal("look"), theme: look, text: look }),
]) as unknown as z.ZodType<Entry>;

export const batchShape = z.array(entry).max(longestBatch);
