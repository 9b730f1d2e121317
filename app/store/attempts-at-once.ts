import type { Attempt } from "../exam/attempt/attempt.ts";
import { deadline, type Line } from "../exam/attempt/ledger.ts";
import type { Client } from "./store.ts";

/** An attempt as it was decided, with the ledger lines that are new. */
export type Decided = { readonly attempt: Attempt; readonly lines: readonly Line[] };

/** Two statements for a room of any size, so that the last screen goes blank as soon as the first. */
export async function writeAtOnce(client: Client, decided: readonly Decided[]) {
  if (decided.length === 0) return;
  const attempts = decided.map(({ attempt }) => attempt);
  const lines = decided.flatMap(({ attempt, lines: written }) =>
    written.map((line, index) => ({
      attempt: attempt.id,
      position: attempt.ledger.length - written.length + index,
      line,
      at: new Date(line.at),
      name: line.by,
    })),
  );
  await client.$executeRaw`
    INSERT INTO ledger ("attemptId", position, line, at, "byName")
    SELECT attempt, position, line, at, name FROM jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
      AS written(attempt uuid, position int, line jsonb, at timestamptz, name text)
    ORDER BY attempt, position`;
  await client.$executeRaw`
    UPDATE attempts SET phase = v.phase, "leaseId" = v.lease, "startedAt" = v.started, deadline = v.deadline,
      "closedAt" = v.closed, "closeReason" = v.reason
    FROM unnest(${attempts.map(({ id }) => id)}::uuid[], ${attempts.map(({ phase }) => phase)}::text[],
      ${attempts.map(({ lease }) => lease)}::uuid[], ${attempts.map(({ startedAt }) => moment(startedAt))}::timestamptz[],
      ${attempts.map(({ phase, ledger }) => moment(phase === "running" ? deadline(ledger) : null))}::timestamptz[],
      ${attempts.map(({ closed }) => moment(closed?.at))}::timestamptz[],
      ${attempts.map(({ closed }) => closed?.reason ?? null)}::text[])
      AS v(id, phase, lease, started, deadline, closed, reason)
    WHERE attempts.id = v.id`;
}

const moment = (at: number | null | undefined) => (at === null || at === undefined ? null : new Date(at));
