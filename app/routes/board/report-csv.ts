import Papa from "papaparse";
import { incidentWords } from "../../exam/invigilation/incident.ts";
import { registerWords } from "../../exam/invigilation/register.ts";
import { lengthWords } from "../../exam/invigilation/spoken-time.ts";
import type { Instant } from "../../exam/time/time.ts";
import type { Announced, Seat, SittingState } from "../../live/contract.ts";
import type { LostLine } from "../../store/views/lost-time.ts";
import type { AuditEntry, IncidentLine } from "../../store/views/sitting-views.ts";
import { evidenceWords, lostKindWords, minutesWords } from "./lost-words.ts";
import { actionWords, byWords, detailWords, endWords, namedInLog, startTimes } from "./report-words.ts";
import { clockSeconds, localDay } from "./room-time.ts";

export type Report = {
  readonly sitting: SittingState;
  readonly register: readonly Seat[];
  readonly incidents: readonly IncidentLine[];
  readonly announcements: readonly Announced[];
  readonly lostTime: readonly LostLine[];
  readonly audit: readonly AuditEntry[];
};

type Row = {
  readonly kind: "register" | "lost time" | "time given" | "incident" | "announcement" | "action";
  readonly at: Instant | null;
  readonly until?: Instant | null;
  readonly learner?: string | null;
  readonly number?: string;
  readonly what: string;
  readonly by?: string;
  readonly why?: string | null;
};

/** The whole report as one table: what each line is stands first. Cells that would be a formula in a spreadsheet are tamed. */
export function reportCsv({ sitting, register, incidents, announcements, lostTime, audit }: Report): string {
  const started = startTimes(audit);
  const rows: readonly Row[] = [
    ...register.map((seat) => ({
      kind: "register" as const,
      at: started.get(namedInLog(seat)) ?? null,
      until: seat.closed?.at ?? null,
      learner: namedInLog(seat),
      number: seat.candidateNumber,
      what: `${registerWords(seat.register)}; ${endWords(seat)}; ${seat.answered} of ${seat.items} answered`,
      why: seat.receipt && `receipt ${seat.receipt}`,
    })),
    ...lostTime.flatMap(lostRows),
    ...incidents.map((incident) => ({
      kind: "incident" as const,
      at: incident.startedAt,
      until: incident.endedAt,
      learner: incident.who,
      what: incidentWords(incident.type),
      by: incident.byName,
      why: incident.narrative,
    })),
    ...announcements.map(({ at, text }) => ({ kind: "announcement" as const, at, what: text })),
    ...audit.map((done) => ({
      kind: "action" as const,
      at: done.at,
      learner: done.who,
      what: [actionWords(done.action), detailWords(done)].filter(Boolean).join(": "),
      by: byWords(done),
      why: done.why,
    })),
  ];
  const head = { sitting: `${sitting.title}, ${sitting.room}` };
  return Papa.unparse(
    rows.map((row) => ({ ...head, ...cells(row) })),
    { escapeFormulae: true, newline: "\r\n" },
  );
}

/** Each stretch and each time given back is a line of its own. */
const lostRows = ({ seat, name, candidateNumber, stretches, given }: LostLine): readonly Row[] => [
  ...stretches.map((stretch) => ({
    kind: "lost time" as const,
    at: stretch.from,
    until: stretch.to,
    learner: `${name} (seat ${seat})`,
    number: candidateNumber,
    what: `${lostKindWords(stretch.kind)}: ${lengthWords(stretch.lost)}${stretch.madeUp ? ", made up" : ""}`,
    why: evidenceWords(stretch),
  })),
  ...given.map(({ source, amount, at, by, why }) => ({
    kind: "time given" as const,
    at,
    learner: `${name} (seat ${seat})`,
    number: candidateNumber,
    what: `${minutesWords(amount)} ${source === "granted" ? "by hand" : "for lost time"}`,
    by,
    why,
  })),
];

const cells = ({ kind, at, until, learner, number, what, by, why }: Row) => ({
  line: kind,
  date: at === null ? "" : localDay(at),
  from: at === null ? "" : clockSeconds(at),
  until: until ? clockSeconds(until) : "",
  learner: learner ?? "",
  "candidate number": number ?? "",
  what,
  by: by ?? "",
  why: why ?? "",
});

/** `sitting-2026-11-23-b12.csv` */
export const reportFile = ({ startsAt, room }: Pick<SittingState, "startsAt" | "room">) =>
  `sitting-${localDay(startsAt)}-${room.toLowerCase().replace(/[^a-z0-9]+/g, "-")}.csv`;
