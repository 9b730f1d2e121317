import { keepings } from "../../exam/attempt/keeping.ts";
import { statementWords } from "../../exam/invigilation/aside-seat.ts";
import { incidentWords } from "../../exam/invigilation/incident.ts";
import { keepingWords } from "../../exam/invigilation/problems.ts";
import { registerWords } from "../../exam/invigilation/register.ts";
import { closeWords, stopWords } from "../../exam/invigilation/seat-state.ts";
import { statements } from "../../exam/proof/set-aside.ts";
import type { Instant } from "../../exam/time/time.ts";
import type { Seat } from "../../live/contract.ts";
import type { AuditEntry } from "../../store/views/sitting-views.ts";

/** Commands are named for those who wrote them; a report is read by others. */
const actions: Record<string, string> = {
  "plan sitting": "Planned the sitting",
  book: "Booked",
  "cancel booking": "Booking cancelled",
  "change seat": "Seat changed",
  "print slips": "Slips printed",
  "sign in as candidate": "Signed in with a slip",
  "start readiness check": "Readiness check started",
  "end readiness check": "Readiness check ended",
  "open sitting": "Opened the sitting",
  "end sitting": "Ended the sitting",
  announce: "Announced",
  admit: "Admitted",
  "admit all": "Admitted, with the room",
  "send back": "Sent back to waiting",
  attend: "Sat down at a computer",
  "make ready": "Test loaded, ready",
  start: "Started",
  "start all": "Started, with the room",
  pause: "Paused",
  "pause all": "Paused, with the room",
  resume: "Resumed",
  "resume all": "Resumed, with the room",
  evacuate: "Evacuated",
  "return to the room": "Went on after the evacuation",
  "grant time": "Extra time given",
  "make up lost time": "Lost time made up",
  "sign in with a move code": "Signed in with a code, at another computer",
  "move to another machine": "Moved to another computer",
  terminate: "Test ended by the invigilator",
  submit: "Handed in",
  expire: "Time was up",
  "mark register": "Register marked",
  "write incident": "Incident written",
  "decide on late answers": "Said whether late answers should count",
  "say what should count": "Said whether answers set aside should count",
  "tell of storage": "Computer's storage",
  "close incident": "Incident closed",
};

export const actionWords = (action: string) => actions[action] ?? action;

/** What the action carried, in words; only what a reader of the report can use. */
export function detailWords({ detail }: Pick<AuditEntry, "detail">): string {
  const { minutes, cause, register, text, absent, receipt, type, choice, keeping, words } = detail;
  return [
    typeof minutes === "number" && `${minutes} minutes`,
    typeof cause === "string" && (Object.entries(stopWords).find(([known]) => known === cause)?.[1] ?? cause),
    typeof type === "string" && incidentWords(type),
    typeof register === "string" && registerWords(register),
    typeof text === "string" && `“${text}”`,
    typeof absent === "number" && absent > 0 && `${absent} marked absent`,
    statements.filter((known) => known === choice).map((known) => statementWords[known])[0],
    keepings.filter((known) => known === keeping).map((known) => keepingWords[known])[0],
    typeof words === "string" && words,
    typeof receipt === "string" && `receipt ${receipt}`,
  ]
    .filter(Boolean)
    .join(", ");
}

/** How the test ended, or that it has not. */
export const endWords = ({ phase, closed }: Pick<Seat, "phase" | "closed">) => {
  if (closed !== null) return closeWords[closed.reason];
  return phase === "running" || phase === "paused" ? "Still working" : "Not started";
};

/** When each learner's test first started, by the words the log names them with. */
export function startTimes(log: readonly AuditEntry[]): ReadonlyMap<string, Instant> {
  const starts = log.filter(({ action, who }) => who !== null && (action === "start" || action === "start all"));
  return new Map(starts.toReversed().map(({ who, at }) => [who ?? "", at]));
}

/** The words the log names this learner with. */
export const namedInLog = ({ name, seat }: Pick<Seat, "name" | "seat">) => `${name} (seat ${seat})`;

/** Who did it; a learner is not named twice in one line. */
export const byWords = ({ actorName, role, action }: Pick<AuditEntry, "actorName" | "role" | "action">) =>
  role === "candidate" || action === "sign in as candidate" ? "The learner" : actorName;
