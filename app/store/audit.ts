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
  /** How often this was done at a sitting. */
  countOf: (sittingId: string, action: string): Promise<number> =>
    client.auditLine.count({ where: { sittingId, action } }),

  async add({ action, role, actor, at }: Head, subjects: readonly Subject[]) {
    if (subjects.length === 0) return;
    const who = actor === null || actor.kind === "system" ? null : actor.id;
    const lines = subjects.map(({ by, centreId, sittingId, attemptId, why, detail }) => ({
      actor: by?.id ?? who,
      name: by?.name ?? actor?.name ?? "nobody signed in",
      centre: centreId ?? null,
      sitting: sittingId ?? null,
      attempt: attemptId ?? null,
      why: why ?? null,
      detail: detail ?? {},
    }));
    // One statement with one value, however many were changed at once: a start of a whole hall writes thousands.
    await client.$executeRaw`
      INSERT INTO audit (at, "actorId", "actorName", role, action, "centreId", "sittingId", "attemptId", why, detail)
      SELECT ${new Date(at)}, actor, name, ${role}, ${action}, centre, sitting, attempt, why, detail
      FROM ROWS FROM (jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
        AS (actor uuid, name text, centre uuid, sitting uuid, attempt uuid, why text, detail jsonb)) WITH ORDINALITY
        AS line(actor, name, centre, sitting, attempt, why, detail, place)
      ORDER BY place`;
  },
});
