import { z } from "zod";
import { type Duration, duration } from "../time/time.ts";
import type { CopyLabel } from "./copy.ts";

/** What comes over a line between two browsers of a room, or out of a copy, read before it is used. */

const length = z
  .number()
  .min(0)
  .transform((milliseconds): Duration => duration(milliseconds));

const label: z.ZodType<CopyLabel> = z.object({ attempt: z.uuid(), lease: z.uuid(), turn: z.int().min(1) });
const salt = z.base64().min(24).max(24);

const message = z.discriminatedUnion("kind", [
  /**
   * The holder is there; whether it still wants the learner's form, which is sealed with the key of the start. From a spare
   * computer: what it is called, and which test was brought there.
   */
  z.object({
    kind: z.literal("hello"),
    formHere: z.boolean(),
    called: z.string().min(1).max(40).optional(),
    stage: z.enum(["waiting", "slip", "here"]).optional(),
    brought: z.uuid().optional(),
  }),
  /** The copy follows in bytes. `salt` is what its key was made with, and no secret. */
  z.object({ kind: z.literal("copy"), label, salt }),
  z.object({ kind: z.literal("form"), attempt: z.uuid() }),
  /** The holder has kept this turn. */
  z.object({ kind: z.literal("held"), label }),
  /** The learner goes on at a spare computer: this one shows nothing more. */
  z.object({ kind: z.literal("lock"), lease: z.uuid() }),
  /** To a spare computer: the board is there, and calls it so. */
  z.object({ kind: z.literal("named"), name: z.string().min(1).max(40) }),
  /**
   * A copy for a spare computer; the form comes before it. `passed`: since it was made. `sure`: by a clock that nobody sets, and
   * the board's own clock agrees.
   */
  z.object({ kind: z.literal("hand-over"), label, salt, passed: length, sure: z.boolean() }),
  /** The spare computer has opened the copy, or has not. */
  z.object({ kind: z.literal("opened"), attempt: z.uuid() }),
]);

export type CopyMessage = z.infer<typeof message>;

/** Null for what nobody of ours can have sent. */
export function readCopyMessage(text: string): CopyMessage | null {
  try {
    return message.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
