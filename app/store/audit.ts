import type { Actor, Who } from "../exam/people/actor.ts";
import type { Instant } from "../exam/time/time.ts";
import type { Client } from "./store.ts";

export type AuditRows = ReturnType<typeof auditRows>;

type Head = { readonly action: string; readonly role: Who; readonly actor: Actor | null; readonly at: Instant };
type Subject = {
  readonly by?: { readonly id: string; readonly name: string };
  readonly centreId?: string;
  readonly sittingId?: string;
  readonly attemptId?: string;
  readonly why?: string;
  readonly detail?: Readonly<Record<string, unknown>>;
};

export const auditRows = (client: Client) => ({
  async add({ action, role, actor, at }: Head, subjects: readonly Subject[]) {
    if (subjects.length === 0) return;
    await client.auditLine.createMany({
      data: subjects.map(({ by, centreId, sittingId, attemptId, why, detail }) => ({
        at: new Date(at),
        actorId: by?.id ?? (actor === null || actor.kind === "system" ? null : actor.id),
        actorName: by?.name ?? actor?.name ?? "nobody signed in",
        role,
        action,
        centreId: centreId ?? null,
        sittingId: sittingId ?? null,
        attemptId: attemptId ?? null,
        why: why ?? null,
        detail: (detail ?? {}) as object,
      })),
    });
  },
});
