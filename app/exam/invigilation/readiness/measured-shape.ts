import { z } from "zod";
import { keepings } from "../../attempt/keeping.ts";
import { isStorable } from "../../item/storable-text.ts";
import { browserNames } from "../../rulebook/readiness-policy.ts";
import { type FullRoomReported, keyboards, type Reported } from "./measured.ts";

/** No check lasts longer, in milliseconds. */
const longest = 24 * 3_600_000;
const length = z.number().min(0).max(longest);
const count = z.int32().min(0).max(1_000_000);
const pixels = z.number().min(0).max(100_000);

const savesShape = z.object({ sent: count, acknowledged: count, slowest: length });

export const reportedShape: z.ZodType<Reported> = z.object({
  secure: z.boolean(),
  browser: z.object({ name: z.enum([...browserNames, "other"]), version: z.number().min(0).max(100_000).nullable() }),
  screen: z.object({ width: pixels, height: pixels, zoom: pixels }),
  clockAhead: z.number().min(-8_000_000_000_000).max(8_000_000_000_000),
  files: z.object({ count, missing: count, took: length }),
  font: z.boolean(),
  form: z.object({ fetched: length.nullable(), opened: length.nullable() }),
  drawn: z.array(z.object({ type: z.string().max(40).refine(isStorable), took: length.nullable() })).max(40),
  line: z.object({ opened: length.nullable(), breaks: count }),
  saves: savesShape,
  storage: z.object({ keeping: z.enum(keepings), room: z.number().min(0).max(Number.MAX_SAFE_INTEGER).nullable() }),
  offline: z.enum(["ready", "incomplete", "impossible"]),
  keyboard: z.enum(keyboards),
  otherTabs: count,
});

export const fullRoomShape: z.ZodType<FullRoomReported> = z.object({
  seats: count,
  steady: count,
  saves: savesShape,
});
