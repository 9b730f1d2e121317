import { z } from "zod";
import type { News } from "../commands/door.ts";
import { duration, instant } from "../exam/time/time.ts";

/** What the processes of one installation tell each other. What they cannot read, from an older or newer build, they pass over. */

const news: z.ZodType<News> = z.discriminatedUnion("about", [
  z.object({
    about: z.literal("attempt"),
    attemptId: z.uuid(),
    sittingId: z.uuid(),
    only: z.literal("boards").optional(),
  }),
  z.object({ about: z.literal("sitting"), sittingId: z.uuid() }),
  z.object({
    about: z.literal("announcement"),
    sittingId: z.uuid(),
    announced: z.object({ id: z.string(), text: z.string(), at: z.number().transform(instant) }),
  }),
  z.object({ about: z.literal("signed-out"), tokenHashes: z.array(z.string()) }),
]);

const message = z.object({
  /** The process that says it. */
  from: z.string(),
  said: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("news"), news: z.array(news) }),
    z.object({ kind: z.literal("saved"), attempts: z.array(z.object({ attemptId: z.uuid(), sittingId: z.uuid() })) }),
    z.object({
      kind: z.literal("here"),
      /** Attempts by sitting: all whose sockets end at this process. */
      held: z.record(z.string(), z.array(z.string()).readonly()),
      behind: z.number().transform(duration),
    }),
    /** All boards with a socket at this process that hold copies of their room. */
    z.object({
      kind: z.literal("holders"),
      holders: z.array(z.object({ sitting: z.uuid(), peer: z.string(), name: z.string() })),
    }),
    z.object({
      kind: z.literal("arrange"),
      to: z.string(),
      sitting: z.uuid(),
      byHolder: z.boolean(),
      arranged: z.object({
        kind: z.enum(["call", "answer"]),
        text: z.string(),
        from: z.string(),
        attempt: z.string().nullable(),
      }),
    }),
  ]),
});

export type Message = z.infer<typeof message>;
type Said<Kind> = Extract<Message["said"], { kind: Kind }>;

/** A board that holds copies, and of which room. */
export type HolderOf = Said<"holders">["holders"][number];
/** What one page has for another of its room whose socket is at another process. */
export type PassedOn = Omit<Said<"arrange">, "kind">;

export function readMessage(text: string): Message | null {
  try {
    return message.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
