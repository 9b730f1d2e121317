import type { z } from "zod";
import { isStorableThroughout } from "../../exam/item/storable-text.ts";
import { type Actor, inRole, type Who } from "../../exam/people/actor.ts";
import { type Refused, refused } from "../../exam/people/refusals.ts";
import type { Clock, Instant } from "../../exam/time/time.ts";
import type { Secrets } from "../../platform/secrets.ts";
import type { Database } from "../database.ts";

export type Reading = {
  readonly db: Database["prisma"];
  readonly now: Instant;
  readonly actor: Actor | null;
  readonly secrets: Secrets;
};

export type View<Input, Value extends object> = {
  readonly who: readonly Who[];
  readonly input: z.ZodType<Input>;
  read(reading: Reading, input: Input): Promise<({ readonly ok: true } & Value) | Refused>;
};

/** One read model a screen; it says who may see it, as a command says who may do it. */
export const view = <Input, Value extends object>(definition: View<Input, Value>) => definition;

export const viewer =
  ({ database, clock, secrets }: { database: Database; clock: Clock; secrets: Secrets }) =>
  <Input, Value extends object>({ who, input, read }: View<Input, Value>) =>
  async (actor: Actor | null, raw: unknown): Promise<({ readonly ok: true } & Value) | Refused> => {
    if (inRole(actor, who) === null) return refused(actor === null ? "not-signed-in" : "not-allowed");
    const asked = input.safeParse(raw);
    if (!asked.success || !isStorableThroughout(asked.data)) return refused("not-found");
    return read({ db: database.prisma, now: clock.now(), actor, secrets }, asked.data);
  };

export type Viewer = ReturnType<typeof viewer>;
