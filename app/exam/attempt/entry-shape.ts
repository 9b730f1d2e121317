import { z } from "zod";
import { itemResponseShape } from "../item/response-shape.ts";
import { isStorable } from "../item/storable-text.ts";
import { longestBatch } from "./batch.ts";
import { type Entry, hindrances, panels } from "./entry.ts";

const item = z.string().min(1).max(64).refine(isStorable);
const look = z.string().max(20).refine(isStorable);
const length = z.number().min(0).max(100_000);
const screen = z.object({ height: length, width: length, zoom: length });
const moment = z.number().int().min(0).max(8_000_000_000_000);
const seq = z.int32().min(1);
const left = z.number().min(0);

/** What is read has its keys in this order: in the alphabet's, as the journal seals it, so that mostly nothing has to be sorted. */
const entry = z.discriminatedUnion("kind", [
  z.object({ item, kind: z.literal("answer"), left, response: itemResponseShape, seq }),
  z.object({ flagged: z.boolean(), item, kind: z.literal("flag"), left, seq }),
  z.object({ item, kind: z.literal("visit"), left, seq }),
  z.object({ kind: z.literal("look"), left, screen: screen.optional(), seq, text: look, theme: look }),
  z.object({ kind: z.literal("panel"), left, open: z.boolean(), panel: z.enum(panels), seq }),
  z.object({ kind: z.literal("reconnected"), left, lostWith: z.number().min(0), seq }),
  z.object({
    cause: z.enum(hindrances),
    from: moment,
    kind: z.literal("unable"),
    left,
    seq,
    sure: z.boolean(),
    to: moment,
  }),
]) as unknown as z.ZodType<Entry>;

export const batchShape = z.array(entry).max(longestBatch);
