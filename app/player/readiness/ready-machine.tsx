import { type ReactNode, useState } from "react";
import { Button } from "../../components/button.tsx";
import { ClockIcon, TickIcon } from "../../components/icons.tsx";
import { Panel } from "../../components/panel.tsx";
import { Progress } from "../../components/progress.tsx";
import type { Reported } from "../../exam/invigilation/readiness/measured.ts";
import type { Verdict } from "../../exam/invigilation/readiness/verdict.ts";
import { CalmScreen } from "../screens/calm-screen.tsx";
import { DrawnQuestion } from "./drawn-question.tsx";
import { FindingList } from "./finding-list.tsx";
import { FullRoomTry } from "./full-room-try.tsx";
import { KeyboardTry } from "./keyboard-try.tsx";
import { type Step, steps } from "./machine-run.ts";
import { type Judged, useMachineRun } from "./use-machine-run.ts";

export type Machine = { readonly name: string; readonly room: string; readonly seats: number };

type Props = {
  readonly machine: Machine;
  /** How the keyboard was when the code was typed. */
  readonly keyboard: Reported["keyboard"];
  /** What lets this computer go. */
  readonly leave: ReactNode;
};

/** A computer in a readiness check: it does what a test does, says what it found, and can be let go. */
export function ReadyMachine({ machine, keyboard, leave }: Props) {
  const { run, drawing, again, tellAgain, triedKeyboard } = useMachineRun(keyboard);
  const who = `${machine.name} · ${machine.room}`;
  switch (run.kind) {
    case "other-tab":
      return (
        <CalmScreen
          title="This computer is being checked in another window"
          lead="Close the other one, and it goes on here."
          who={who}
        />
      );
    case "over":
      return (
        <CalmScreen title="This check is over" lead={run.words} who={who}>
          <div>{leave}</div>
        </CalmScreen>
      );
    case "cut":
      return (
        <CalmScreen
          title="The server did not answer"
          lead="The network broke off in the middle of the check. See that this computer is connected, then try again."
          who={who}
        >
          <div className="flex flex-wrap gap-3">
            <Button onClick={tellAgain}>Try again</Button>
            {leave}
          </div>
        </CalmScreen>
      );
    case "running":
      return (
        <CalmScreen
          title="Checking this computer"
          lead="Leave this window open. It takes less than a minute."
          who={who}
        >
          <Steps now={run.step} />
          {drawing && (
            <Panel title="One question of every kind">
              <DrawnQuestion drawing={drawing} />
            </Panel>
          )}
        </CalmScreen>
      );
    case "judged":
      return (
        <Result judged={run} who={who} leave={leave} onAgain={again} onTried={triedKeyboard}>
          <Panel title="The whole room from this computer">
            <FullRoomTry seats={machine.seats} />
          </Panel>
        </Result>
      );
  }
}

function Steps({ now }: { readonly now: Step }) {
  const done = steps.indexOf(now);
  return (
    <div className="grid gap-4">
      <Progress label="Check" value={done} max={steps.length} words={`Step ${done + 1} of ${steps.length}`} />
      <ol className="grid gap-1.5">
        {steps.map((step, index) => (
          <li key={step} className={index > done ? "text-ink-soft" : index === done ? "font-bold" : undefined}>
            {index < done ? (
              <TickIcon label="Done:" className="text-good" />
            ) : (
              <ClockIcon label={index === done ? "Now:" : "Not yet:"} />
            )}{" "}
            {step}
          </li>
        ))}
      </ol>
    </div>
  );
}

const titles: Record<Verdict, readonly [title: string, lead: string]> = {
  passed: ["This computer passed", "A test can be held on it."],
  warned: ["This computer passed, with notes", "A test can be held on it. What follows should be put right."],
  failed: ["This computer failed", "No test should be held on it as it is. What follows says why, and what to do."],
};

type ResultProps = {
  readonly judged: Judged;
  readonly who: string;
  readonly leave: ReactNode;
  readonly onAgain: () => void;
  readonly onTried: (keyboard: Reported["keyboard"]) => void;
  readonly children: ReactNode;
};

function Result({ judged: { verdict, findings }, who, leave, onAgain, onTried, children }: ResultProps) {
  const [title, lead] = titles[verdict];
  // Once it stands there it stays, or whoever has just typed in it would lose their place.
  const [asksForKeyboard] = useState(findings.some((one) => one.point === "keyboard" && one.verdict !== "passed"));
  return (
    <CalmScreen title={title} lead={lead} who={who}>
      <Panel title="What was found">
        <FindingList findings={findings} />
      </Panel>
      <div className="flex flex-wrap gap-3">
        <Button variant="quiet" onClick={onAgain}>
          Check again
        </Button>
        {leave}
      </div>
      {asksForKeyboard && (
        <Panel title="Keyboard">
          <KeyboardTry onTried={onTried} />
        </Panel>
      )}
      {children}
    </CalmScreen>
  );
}
