import { useCallback, useEffect, useRef, useState } from "react";
import { io } from "socket.io-client";
import { inWords } from "../../exam/people/refusals.ts";
import { newMachine } from "../browser-player.ts";
import { keepPage } from "../ready-for-offline.ts";
import type { Room } from "../room.ts";
import { browserTimers as timers } from "../timers.ts";
import { holderLines } from "./holder-lines.ts";
import { keepHere } from "./keep-here.ts";
import type { Line } from "./line.ts";
import { type HandedOver, openHandedOver, type Slip } from "./move-in.ts";

/** alone: no board of the room is on the line. ready: it waits for a test. slip: a test is here, locked. */
export type SpareStage =
  | { readonly stage: "alone" }
  | { readonly stage: "ready" }
  | { readonly stage: "slip" }
  | { readonly stage: "moved-in"; readonly room: Room };

export type SpareDesk = {
  readonly at: SpareStage;
  /** The server is away: this page could not be opened again. */
  readonly cutOff: boolean;
  readonly opening: boolean;
  /** Why the slip opened nothing. */
  readonly words: string | null;
  open(slip: Slip): void;
};

/** This computer as a spare of a room: on the line to the board, and then wherever a learner with a slip goes on. */
export function useSpare(pass: string, name: string): SpareDesk {
  const [at, setAt] = useState<SpareStage>({ stage: "alone" });
  const [cutOff, setCutOff] = useState(false);
  const [opening, setOpening] = useState(false);
  const [words, setWords] = useState<string | null>(null);
  const handed = useRef<Handed | null>(null);
  const movedIn = useRef((_attempt: string) => {});

  useEffect(() => {
    void keepPage();
    const desk = waitForTest(
      { pass, name },
      {
        cutOff: setCutOff,
        stage: (next) => setAt((before) => (before.stage === "slip" || before.stage === "moved-in" ? before : next)),
        handedOver(copy, line) {
          handed.current = { copy, line };
          setWords(null);
          setAt((before) => (before.stage === "moved-in" ? before : { stage: "slip" }));
        },
      },
    );
    movedIn.current = desk.movedIn;
    return desk.stop;
  }, [pass, name]);

  const open = useCallback(async (slip: Slip) => {
    const opened = handed.current;
    if (opened === null) return;
    setOpening(true);
    setWords(null);
    const no = await moveIn(opened.copy, slip, (room) => {
      // To the board that brought it, whatever another one has brought here meanwhile.
      opened.line.send({ kind: "opened", attempt: room.attempt });
      // From here on this is the page of a test, also when it is loaded anew; its place in the history stays known.
      history.replaceState(history.state, "", "/exam");
      movedIn.current(room.attempt);
      setAt({ stage: "moved-in", room });
    }).catch(() => cannotKeep);
    setWords(no);
    setOpening(false);
  }, []);

  return { at, cutOff, opening, words, open: (slip) => void open(slip) };
}

type Handed = { readonly copy: HandedOver; readonly line: Line };
type Told = {
  cutOff(isCutOff: boolean): void;
  stage(next: SpareStage): void;
  handedOver(copy: HandedOver, line: Line): void;
};

function waitForTest({ pass, name }: { readonly pass: string; readonly name: string }, told: Told) {
  const socket = io({ transports: ["websocket"], auth: { spare: pass } });
  socket.on("connect", () => told.cutOff(false));
  socket.on("disconnect", () => told.cutOff(true));
  const boards = new Set<string>();
  let here: { readonly stage: "waiting" | "slip" | "here"; readonly brought?: string } = { stage: "waiting" };
  let form: { readonly attempt: string; readonly sealed: Uint8Array<ArrayBuffer> } | null = null;
  const tell = () => told.stage({ stage: boards.size === 0 ? "alone" : "ready" });
  const introduce = (line: Line) => line.send({ kind: "hello", formHere: false, called: name, ...here });
  const become = (next: typeof here) => {
    if (here.stage === "here") return;
    here = next;
    for (const { line } of lines.open()) introduce(line);
  };
  const lines = holderLines({
    socket,
    timers,
    // What the board says as soon as its end is open may be too soon for this one, and is lost in Chromium: it answers this too.
    opened: introduce,
    message(message, bytes, holder) {
      const line = lines.open().find((one) => one.holder === holder)?.line;
      if (message.kind === "named") {
        boards.add(holder);
        tell();
      }
      if (message.kind === "form") form = { attempt: message.attempt, sealed: bytes };
      if (message.kind !== "hand-over" || line === undefined || form?.attempt !== message.label.attempt) return;
      const { label, salt, passed, sure } = message;
      told.handedOver({ label, salt, passed, sure, sealed: bytes, form: form.sealed, at: timers.now() }, line);
      become({ stage: "slip", brought: label.attempt });
    },
    closed(holder) {
      boards.delete(holder);
      tell();
    },
  });
  return {
    /** The lines to the boards stay; the server is asked for nothing more as a spare. */
    movedIn(attempt: string) {
      become({ stage: "here", brought: attempt });
      socket.disconnect();
    },
    stop() {
      lines.stop();
      socket.disconnect();
    },
  };
}

const cannotKeep = "This computer cannot keep a test. Please use another one, and tell the invigilator.";

/** Opens the copy and keeps it on this computer, before anything of it is shown. Answers why not, in words. */
async function moveIn(copy: HandedOver, slip: Slip, movedIn: (room: Room) => void): Promise<string | null> {
  const opened = await openHandedOver(copy, slip, { timers, newMachine, newLease: () => crypto.randomUUID() });
  if (!opened.ok) return inWords(opened);
  if (!(await keepHere({ ...opened, form: copy.form }))) return cannotKeep;
  movedIn({ ...opened.room, phase: "running" });
  return null;
}
