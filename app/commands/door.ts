import type { z } from "zod";
import { isStorableThroughout } from "../exam/item/storable-text.ts";
import { type Actor, inRole, type Who } from "../exam/people/actor.ts";
import { type Refused, refused } from "../exam/people/refusals.ts";
import type { Clock, Instant } from "../exam/time/time.ts";
import type { Config } from "../platform/config.ts";
import type { Ids } from "../platform/ids.ts";
import type { Secrets } from "../platform/secrets.ts";
import type { Store, Tx } from "../store/store.ts";

/** What everybody who watches is told after the commit. */
export type News =
  | {
      readonly about: "attempt";
      readonly attemptId: string;
      readonly sittingId: string;
      /** The learner's own screen need not be told. */
      readonly only?: "boards";
    }
  | { readonly about: "sitting"; readonly sittingId: string }
  | {
      readonly about: "announcement";
      readonly sittingId: string;
      readonly announced: { readonly id: string; readonly text: string; readonly at: Instant };
    }
  | { readonly about: "signed-out"; readonly tokenHashes: readonly string[] };

/** The audit line beside what was changed; who, when and in which role are filled in by the door. */
export type Audited = {
  /** Who did it, where the door cannot know: somebody signing in. */
  readonly by?: { readonly id: string; readonly name: string };
  readonly centreId?: string;
  readonly sittingId?: string;
  readonly attemptId?: string;
  readonly why?: string;
  readonly detail?: Readonly<Record<string, unknown>>;
};

export type Done<Value extends object> = {
  readonly ok: true;
  readonly value: Value;
  /** One line a thing changed; leave empty only when nothing was. */
  readonly audit: readonly Audited[];
  readonly news?: readonly News[];
};

export type Work = {
  readonly tx: Tx;
  readonly now: Instant;
  readonly actor: Actor | null;
  /** The role in which the actor does this. */
  readonly role: Who;
  readonly ids: Ids;
  readonly secrets: Secrets;
  readonly config: Config;
};

export type Command<Input, Value extends object> = {
  /** Verb and noun, as the audit log shows it. */
  readonly name: string;
  readonly who: readonly Who[];
  readonly input: z.ZodType<Input>;
  run(work: Work, input: Input): Promise<Done<Value> | Refused>;
};

/** Gives a command its types; leaving out who may does not compile. */
export const command = <Input, Value extends object>(definition: Command<Input, Value>) => definition;

export type DoorDeps = {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly secrets: Secrets;
  readonly config: Config;
  announce(news: readonly News[]): void;
};

/** What a caller gets: the value with `ok: true`, or the refusal. */
export type Answer<Value extends object> = ({ readonly ok: true } & Value) | Refused;

export type Door = ReturnType<typeof door>;

/**
 * The one door to a change: right person, right shape, then in one transaction read under lock → decide → write, with the
 * audit line; after the commit, announce. HTTP, sockets, jobs and the command line all come through here.
 */
export const door =
  (deps: DoorDeps) =>
  <Input, Value extends object>({ name, who, input, run }: Command<Input, Value>) =>
  async (actor: Actor | null, raw: unknown): Promise<Answer<Value>> => {
    const role = inRole(actor, who);
    if (role === null) return refused(actor === null ? "not-signed-in" : "not-allowed");
    const read = input.safeParse(raw);
    if (!read.success) return badlyFormed(read.error.issues);
    if (!isStorableThroughout(read.data)) return refused("badly-formed", "It holds a sign that cannot be stored.");

    const now = deps.clock.now();
    const { store, ids, secrets, config } = deps;
    const done = await store.change(async (tx) => {
      const outcome = await run({ tx, now, actor, role, ids, secrets, config }, read.data);
      if (outcome.ok) await tx.audit.add({ action: name, role, actor, at: now }, outcome.audit);
      return outcome;
    });
    if (!done.ok) return done;
    if (done.news && done.news.length > 0) deps.announce(done.news);
    return { ok: true, ...done.value };
  };

/** Says of each field what is wrong with it, under the field's own name. */
export function badlyFormed(
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
): Refused {
  const fields = Object.fromEntries(issues.map(({ path, message }) => [path.map(String).join("."), message]));
  return { ...refused("badly-formed"), fields };
}
