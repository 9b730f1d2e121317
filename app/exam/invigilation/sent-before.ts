import { type Refused, refused } from "../people/refusals.ts";
import type { Instant } from "../time/time.ts";
import type { IncidentType } from "./incident.ts";

/** An incident as somebody sent it. Without a beginning it began when it was written down. */
export type SentIncident = {
  readonly attemptId: string | null;
  readonly type: IncidentType;
  readonly startedAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly narrative: string;
};

/** As it stands now: it may have been ended since, and have got a last sentence with that. */
type Kept = Omit<SentIncident, "type" | "startedAt"> & { readonly type: string; readonly startedAt: Instant };

/** Whether what stands there is what is sent now: the answer to the first sending was lost, and this one changes nothing. */
export const isSameIncident = (kept: Kept, sent: SentIncident) =>
  kept.attemptId === sent.attemptId &&
  kept.type === sent.type &&
  (sent.startedAt === null || kept.startedAt === sent.startedAt) &&
  (sent.endedAt === null || kept.endedAt === sent.endedAt) &&
  (kept.narrative === sent.narrative || kept.narrative.startsWith(`${sent.narrative}\n`));

/** The answer to the first sending was lost, and something else was written under its name meanwhile: that is another wish. */
export const announcedAlready = (text: string): Refused =>
  refused(
    "changed-since",
    `Announced already, when this was sent before: “${text}”. Nothing was announced now; send it again to announce this as well.`,
  );

export const writtenAlready = (narrative: string): Refused =>
  refused(
    "changed-since",
    `Written down already, when this was sent before: “${beginning(narrative)}”. Nothing was added now; send it again to write this down as well.`,
  );

/** Enough of it to know it by. */
const beginning = (words: string) => (words.length > 100 ? `${words.slice(0, 100).trimEnd()}…` : words);
