import { useEffect, useRef, useState } from "react";
import type { RoomNote } from "../../live/contract.ts";
import { type Draft, isSameDraft } from "./drafts.ts";
import { clockSeconds } from "./room-time.ts";
import { useRoomLog } from "./use-room.ts";

/** Orders that the board itself shows once they are done. */
export type Named = "announce" | "incident";
export const isNamed = (intent: string): intent is Named => intent === "announce" || intent === "incident";

/** Said of such an order for as long as nobody knows what became of it. What is about one learner is not on the board. */
export const unansweredWords = (isShown: boolean) =>
  isShown
    ? "No answer yet. As soon as the board shows it, that is said here. You can also send it again: it is done once."
    : "No answer yet, so this may not have been done. Send it again: it is done once, however often it is sent.";

export type Sent = {
  readonly intent: Named;
  readonly name: string;
  readonly form: string;
  /** What stood in the form. */
  readonly draft: Draft | undefined;
};
/** isChanged: it was sent with different words under one name, so that nobody here knows which of them came first. */
type Unanswered = Sent & { readonly isChanged: boolean };

type Parts = {
  /** Forms that are being sent: the answer is nearer than the board. */
  readonly onTheWay: readonly string[];
  readonly onSeen: (sent: Unanswered, note: RoomNote) => void;
};

/** Looks on the board for the orders that got no answer. */
export function useUnanswered({ onTheWay, onSeen }: Parts) {
  const log = useRoomLog();
  const [unanswered, setUnanswered] = useState<readonly Unanswered[]>([]);
  const seen = useRef(onSeen);
  seen.current = onSeen;
  useEffect(() => {
    for (const sent of unanswered) {
      const note = log.latest.find(({ key }) => key === sent.name);
      if (note === undefined || onTheWay.includes(sent.form)) continue;
      setUnanswered((before) => before.filter(({ name }) => name !== sent.name));
      seen.current(sent, note);
    }
  }, [unanswered, log, onTheWay]);
  return {
    lookFor: (sent: Sent) =>
      setUnanswered((before) => {
        const first = before.find(({ name }) => name === sent.name);
        if (first === undefined) return [...before, { ...sent, isChanged: false }];
        const isChanged = first.isChanged || !isSameDraft(first.draft, sent.draft);
        return before.map((other) => (other === first ? { ...first, isChanged } : other));
      }),
    /** What was sent with this form is done. */
    settled: (form: string) => setUnanswered((before) => before.filter((other) => other.form !== form)),
  };
}

const verbs: Record<Named, string> = { announce: "announced", incident: "written down" };

export const wasDone = (intent: Named, { at }: RoomNote) =>
  `No answer came, but it was done: ${verbs[intent]} at ${clockSeconds(at)}.`;

/** What was done is named, because what stands in the form may be something else. */
export const wasDoneOtherwise = (intent: Named, { at, words }: RoomNote) =>
  `No answer came, but this was ${verbs[intent]} at ${clockSeconds(at)}: “${beginning(words)}”. If what stands here says something else, send it again.`;

const beginning = (words: string) => (words.length > 100 ? `${words.slice(0, 100).trimEnd()}…` : words);
