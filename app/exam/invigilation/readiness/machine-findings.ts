import type { ReadinessPolicy } from "../../rulebook/readiness-policy.ts";
import {
  browserFound,
  clockFound,
  keyboardFound,
  offlineFound,
  otherTabsFound,
  screenFound,
  secureFound,
  storageFound,
} from "./computer.ts";
import type { FullRoom, Measured } from "./measured.ts";
import { filesFound, fontFound, formFound, lineFound, questionsFound } from "./page.ts";
import { savingFound } from "./saving.ts";
import { type Found, failed, type Verdict, worst } from "./verdict.ts";

/** Everything a computer is looked at for, in the order in which a test needs it. */
const points = {
  browser: ["Browser", browserFound],
  secure: ["Encrypted connection", secureFound],
  files: ["Files of the page", filesFound],
  font: ["Letters", fontFound],
  screen: ["Window", screenFound],
  clock: ["Clock", clockFound],
  line: ["Live line", lineFound],
  form: ["Locked test and its key", formFound],
  questions: ["Questions", questionsFound],
  saving: ["Saving", ({ saves, stored }, { saving }) => savingFound(saves, stored, saving)],
  storage: ["Storage on this computer", storageFound],
  offline: ["Reload without a network", offlineFound],
  keyboard: ["Keyboard", keyboardFound],
  "other-tabs": ["Other windows", otherTabsFound],
} satisfies Record<string, readonly [name: string, look: (measured: Measured, policy: ReadinessPolicy) => Found]>;

export type Point = keyof typeof points;
export type Finding = Found & { readonly point: string; readonly name: string };

/** Every point with what was found, whether good or bad. */
export const machineFindings = (measured: Measured, policy: ReadinessPolicy): readonly Finding[] =>
  Object.entries(points).map(([point, [name, look]]) => ({ point, name, ...look(measured, policy) }));

export const verdictOn = (findings: readonly Found[]): Verdict => worst(findings.map(({ verdict }) => verdict));

/** What a machine's reasons are: everything that is not as it should be, the worst first. */
export const reasonsIn = <One extends Found>(findings: readonly One[]): readonly One[] => [
  ...findings.filter(({ verdict }) => verdict === "failed"),
  ...findings.filter(({ verdict }) => verdict === "warned"),
];

/** The load of a full room from one computer. */
export function fullRoomFound({ seats, steady, saves, stored }: FullRoom, { saving }: ReadinessPolicy): Found {
  if (steady < seats)
    return failed(
      `Of ${seats} seats at once, ${seats - steady} lost their live line or never had one.`,
      "Ask your technician whether the network or its filter limits connections from one place.",
    );
  return savingFound(saves, stored, saving);
}
