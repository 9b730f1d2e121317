import type { Refused } from "../exam/people/refusals.ts";
import type { Attended } from "../live/contract.ts";
import { about, type Timers } from "./timers.ts";

export type Seated = Extract<Attended, { ok: true }>;

/** Under which lease, and whether its work is here. */
export type Asked = { readonly lease: string | null; readonly holdsWork: boolean };

type Ways = {
  readonly timers: Timers;
  /** Null while there is no way to the server, or nobody wants one any more. */
  attend(asked: Asked): Promise<Attended> | null;
  seated(answer: Seated, since: number): void;
  refused(refusal: Refused): void;
  /** Whether the seat is to be asked for again after no answer; the server may know this page over the present way already. */
  isWanted(isKnown: boolean): boolean;
  again(): void;
};

/** Milliseconds. */
const askAgain = 2_000;

/** Asks for this page's seat, once at a time, and again until there is an answer. */
export function seatRequests({ timers, attend, seated, refused, isWanted, again }: Ways) {
  let asking = false;
  /** What is being asked already may be answered with what was true before: it has to be asked anew. */
  let owed = false;
  /** Ways to the server that have opened so far, and the last of them over which it knows whose page this is. */
  let way = 0;
  let knownOver = -1;

  return {
    /** What was asked over a way that broke may be answered late or never. */
    newWay() {
      way += 1;
      asking = false;
    },
    /** The next answer is to a question that goes out from now on; until it has come, it is asked for. */
    anew() {
      owed = true;
      again();
    },
    async ask(asked: Asked) {
      const answering = asking ? null : attend(asked);
      if (answering === null) return;
      asking = true;
      const pays = owed;
      owed = false;
      const since = timers.now();
      const over = way;
      const answered = () => {
        if (over === way) asking = false;
      };
      try {
        const answer = await answering;
        answered();
        knownOver = over;
        if (answer.ok) seated(answer, since);
        else refused(answer);
        if (owed) again();
      } catch {
        answered();
        owed ||= pays;
        timers.after(about(askAgain, timers), () => {
          if (owed || isWanted(knownOver === way)) again();
        });
      }
    },
  };
}
