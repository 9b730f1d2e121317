import { z } from "zod";
import { batchShape } from "../../exam/attempt/entry-shape.ts";
import type { Actor } from "../../exam/people/actor.ts";
import { refused } from "../../exam/people/refusals.ts";
import type { Clock } from "../../exam/time/time.ts";
import type { Saved } from "../../live/contract.ts";
import type { SaveQueue } from "../../store/save-queue.ts";
import { badlyFormed } from "../door.ts";

export type SaveDeps = { readonly queue: SaveQueue; readonly clock: Clock };

const input = z.object({ attempt: z.uuid(), lease: z.uuid(), entries: batchShape });

/**
 * The one message while a test runs. It passes the door's checks (who, shape) and then joins the save queue, where
 * everything that arrived together is one transaction; whose attempt it is, is decided there under the lock. Whether it came in
 * time is decided by when it came here, once, and not by how long it then had to wait.
 */
export const saveEntries =
  ({ queue, clock }: SaveDeps) =>
  async (actor: Actor | null, raw: unknown): Promise<Saved> => {
    const receivedAt = clock.now();
    if (actor?.kind !== "candidate") return refused(actor === null ? "not-signed-in" : "not-allowed");
    const read = input.safeParse(raw);
    if (!read.success) return badlyFormed(read.error.issues);
    return queue.save({ bookingId: actor.bookingId, receivedAt, ...read.data });
  };
