import type { Digest } from "../attempt/journal.ts";

/** What the database's own seals are made over; the same text as in the migrations that make them (…_proof, …_answers_set_aside). */
const sealed = (digest: Digest, before: string, parts: readonly (string | number | null)[]) =>
  digest([before, ...parts.map((part) => part ?? "-")].join("\n"));

/** A line of a time ledger, as stored. `json` is the line as the database writes it; instants are milliseconds. */
export type LedgerRow = {
  readonly position: number;
  readonly at: number;
  readonly byName: string;
  readonly json: string;
  readonly hash: string | null;
};

export const ledgerBeginning = (attempt: string, digest: Digest) => sealed(digest, "examhall ledger", [attempt]);

export const ledgerLink = (before: string, { position, at, byName, json }: LedgerRow, digest: Digest) =>
  sealed(digest, before, [position, at, byName, json]);

/** An audit line as stored. `detail` is JSON as the database writes it. */
export type AuditRow = {
  readonly chain: string;
  readonly place: number;
  readonly id: string;
  readonly at: number;
  readonly actorId: string | null;
  readonly actorName: string;
  readonly role: string;
  readonly action: string;
  readonly centreId: string | null;
  readonly sittingId: string | null;
  readonly attemptId: string | null;
  readonly why: string | null;
  readonly detail: string;
  readonly seal: string;
};

export const auditBeginning = (chain: string, digest: Digest) => sealed(digest, "examhall audit", [chain]);

export const auditLink = (before: string, row: AuditRow, digest: Digest) =>
  sealed(digest, before, [
    row.place,
    row.id,
    row.at,
    row.actorId,
    row.actorName,
    row.role,
    row.action,
    row.centreId,
    row.sittingId,
    row.attemptId,
    row.why,
    row.detail,
  ]);

export type MarkRow = {
  readonly id: string;
  readonly responseId: string;
  readonly marks: number;
  readonly max: number;
  readonly givenBy: string;
  readonly staffId: string | null;
  readonly detail: string;
  readonly at: number;
  readonly supersedesId: string | null;
  readonly seal: string | null;
};

/** @param before the seal of the mark it supersedes. */
export const markSeal = (before: string | null, row: MarkRow, digest: Digest) =>
  sealed(digest, before ?? "examhall mark", [
    row.id,
    row.responseId,
    row.marks,
    row.max,
    row.givenBy,
    row.staffId,
    row.detail,
    row.at,
    row.supersedesId,
  ]);

/** A decision about which answer is marked, as stored. */
export type RulingRow = {
  readonly id: string;
  readonly attemptId: string;
  readonly number: number;
  readonly version: number;
  readonly position: number | null;
  readonly through: number;
  readonly why: string;
  readonly byId: string;
  readonly byName: string;
  readonly at: number;
  readonly seal: string | null;
};

/** @param before the seal of the decision before about the same question. */
export const rulingSeal = (before: string | null, row: RulingRow, digest: Digest) =>
  sealed(digest, before ?? "examhall answer ruling", [
    row.id,
    row.attemptId,
    row.number,
    row.version,
    row.position,
    row.through,
    row.why,
    row.byId,
    row.byName,
    row.at,
  ]);

export type ResultRow = {
  readonly id: string;
  readonly attemptId: string;
  readonly version: number;
  readonly boundarySetId: string;
  readonly raw: number;
  readonly grade: string;
  readonly points: number;
  readonly byArea: string;
  readonly byObjective: string;
  readonly releasedAt: number;
  readonly releasedById: string;
  readonly seal: string | null;
};

/** @param before the seal of the version before. */
export const resultSeal = (before: string | null, row: ResultRow, digest: Digest) =>
  sealed(digest, before ?? "examhall result", [
    row.id,
    row.attemptId,
    row.version,
    row.boundarySetId,
    row.raw,
    row.grade,
    row.points,
    row.byArea,
    row.byObjective,
    row.releasedAt,
    row.releasedById,
  ]);
