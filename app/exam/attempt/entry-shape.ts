import { z } from "zod";
import { itemResponseShape } from "../item/response-shape.ts";
import { isStorable } from "../item/storable-text.ts";
import { type Entry, hindrances, longestBatch, panels } from "./entry.ts";

const item = z.string().min(1).max(64).refine(isStorable);
const look = z.string().max(20).refine(isStorable);
const length = z.number().min(0).max(100_000);
const screen = z.object({ width: length, height: length, zoom: length });
const moment = z.number().int().min(0).max(8_000_000_000_000);
const base = { seq: z.int32().min(1), left: z.number().min(0) };

const entry = z.discriminatedUnion("kind", [
  z.object({ ...base, kind: z.literal("answer"), item, response: itemResponseShape }),
  z.object({ ...base, kind: z.literal("flag"), item, flagged: z.boolean() }),
  z.object({ ...base, kind: z.literal("visit"), item }),
  z.object({ ...base, kind: z.literal("look"), theme: look, text: look, screen: screen.optional() }),
  z.object({ ...base, kind: z.literal("panel"), panel: z.enum(panels), open: z.boolean() }),
  z.object({ ...base, kind: z.literal("reconnected"), lostWith: z.number().min(0) }),
  z.object({
    ...base,
    kind: z.literal("unable"),
    cause: z.enum(hindrances),
    from: moment,
    to: moment,
    sure: z.boolean(),
  }),
]) as unknown as z.ZodType<Entry>;

export const batchShape = z.array(entry).max(longestBatch);
