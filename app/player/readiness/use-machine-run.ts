import { useCallback, useEffect, useRef, useState } from "react";
import { useAnnounce } from "../../components/announcer.tsx";
import type { Finding } from "../../exam/invigilation/readiness/machine-findings.ts";
import type { Reported } from "../../exam/invigilation/readiness/measured.ts";
import type { Verdict } from "../../exam/invigilation/readiness/verdict.ts";
import type { LearnerForm } from "../../exam/item/learner-item.ts";
import type { LearnerFormItem } from "../item-state.ts";
import { holdTab } from "../one-tab.ts";
import { type Answer, ask, asked, CheckOver } from "./ask.ts";
import { machineRun, ownLock, type Step } from "./machine-run.ts";

export type Judged = { readonly verdict: Verdict; readonly findings: readonly Finding[] };

/** cut: the server did not answer. over: it said that there is nothing more to check. */
export type Run =
  | { readonly kind: "other-tab" }
  | { readonly kind: "running"; readonly step: Step }
  | ({ readonly kind: "judged" } & Judged)
  | { readonly kind: "cut" }
  | { readonly kind: "over"; readonly words: string };

/** A question on the page, to see how long it takes. */
export type Drawing = {
  readonly form: LearnerForm;
  readonly item: LearnerFormItem;
  done(took: number | null): void;
};

type Keyboard = Reported["keyboard"];

const ending = (error: unknown): Run =>
  error instanceof CheckOver ? { kind: "over", words: error.message } : { kind: "cut" };

/** The check of this computer for as long as the page is open: it begins by itself and tells the server what it found. */
export function useMachineRun(typed: Keyboard) {
  const [run, setRun] = useState<Run>({ kind: "running", step: "Looking at this computer" });
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  const measured = useRef<Omit<Reported, "keyboard"> | null>(null);
  const keyboard = useRef<Keyboard>(typed);
  const announce = useAnnounce();

  /** Tells the server what was found, and shows what it makes of it. */
  const told = useCallback(async (tell: () => Promise<Answer<Judged>>) => {
    try {
      const { verdict, findings } = await asked(tell());
      setRun({ kind: "judged", verdict, findings });
    } catch (error) {
      setRun(ending(error));
    }
  }, []);

  const work = useCallback(
    async (again: boolean) => {
      if (again) measured.current = null;
      try {
        measured.current ??= await machineRun({
          at(step) {
            setRun({ kind: "running", step });
            setDrawing(null);
            announce(step);
          },
          draw: (form, item) => new Promise((done) => setDrawing({ form, item, done })),
        });
      } catch (error) {
        setDrawing(null);
        return setRun(ending(error));
      }
      setRun({ kind: "running", step: "Telling the server what was found" });
      setDrawing(null);
      await told(() => ask<Judged>("/ready/result", { ...measured.current, keyboard: keyboard.current }));
    },
    [announce, told],
  );

  useEffect(
    () =>
      holdTab(ownLock, {
        held: () => void work(true),
        waiting: () => setRun({ kind: "other-tab" }),
      }),
    [work],
  );

  return {
    run,
    drawing,
    again: () => void work(true),
    /** What was measured is told once more, without measuring again. */
    tellAgain: () => void work(false),
    triedKeyboard(now: Keyboard) {
      keyboard.current = now;
      void told(() => ask<Judged>("/ready/keyboard", { keyboard: now }));
    },
  };
}
