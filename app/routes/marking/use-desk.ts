import { useCallback, useEffect, useReducer, useRef, useState } from "react";
import type { ResponseToMark } from "../../exam/marking/response-to-mark.ts";
import type { Queue } from "../../exam/marking/task.ts";
import * as desks from "./desk.ts";
import { type Input, makeOutbox, type Sent } from "./outbox.ts";

type Change = (desk: desks.Desk) => desks.Desk;
const apply = (desk: desks.Desk, change: Change) => change(desk);

/** After these the response can be put right here; after any other it belongs to somebody else. */
const mendable: readonly string[] = ["badly-formed", "marks-out-of-range", "marks-disagree-with-scheme"];

export type Post = (does: string, input: object) => Promise<Sent<unknown>>;

type About = {
  readonly version: string;
  readonly queue: Queue;
  readonly waiting: number;
  readonly markedToday: number;
  readonly decided: readonly string[];
  readonly post: Post;
  readonly pause: (tries: number) => Promise<void>;
};

/** The desk of one question: what is on it, and how to take, decide, undo and leave. Nothing here waits for the network. */
export function useDesk(about: About) {
  const { version, queue, post, pause } = about;
  const [desk, change] = useReducer(apply, about, () => desks.emptyDesk(about, about.decided));
  const [trouble, setTrouble] = useState<string | null>(null);
  const now = useRef(desk);
  now.current = desk;
  const [outbox] = useState(() => makeOutbox({ post, pause, trouble: setTrouble }));

  const fetchMore = useCallback(async () => {
    change(desks.fetching);
    for (let tries = 1; ; tries++) {
      const sent = await post("take", { item: version, queue });
      if (sent.kind === "agreed") {
        setTrouble(null);
        return change((desk) => desks.arrive(desk, sent.value as desks.Arrived));
      }
      setTrouble(sent.words);
      if (sent.kind === "refused") return;
      await pause(tries);
    }
  }, [version, queue, post, pause]);

  useEffect(() => {
    void fetchMore();
  }, [fetchMore]);
  const wantsMore = desks.wantsMore(desk);
  useEffect(() => {
    if (wantsMore) void fetchMore();
  }, [wantsMore, fetchMore]);

  useEffect(
    () => () => {
      for (const { response } of now.current.pile) void post("putBack", { task: response.task });
    },
    [post],
  );

  const send = async (does: string, input: Input) => {
    const sent = await outbox.send(does, input);
    if (sent.kind === "agreed") change((desk) => desks.acknowledge(desk, input.task));
    else if (mendable.includes(sent.refusal)) change((desk) => desks.comeBack(desk, input.task, sent.words));
    else change((desk) => desks.lose(desk, input.task, sent.words));
  };

  return {
    desk,
    trouble,
    fetchMore,
    choose: (choice: Partial<desks.Choice>) => change((desk) => desks.choose(desk, choice)),
    togglePoint: (id: string, scheme: Parameters<typeof desks.togglePoint>[2]) =>
      change((desk) => desks.togglePoint(desk, id, scheme)),
    dismissLost: () => change(desks.dismissLost),

    /** False when no marks have been chosen yet. */
    give(hasPoints: boolean): boolean {
      const first = now.current.pile[0];
      if (first === undefined || first.choice.marks === null) return false;
      const { marks, points, comment } = first.choice;
      const { task } = first.response;
      change((desk) => desks.decide(desk, "mark"));
      const words = comment.trim() === "" ? {} : { comment };
      void send("give", { task, marks, ...(hasPoints ? { points } : {}), ...words });
      return true;
    },

    sendToSenior(why: string) {
      const first = now.current.pile[0];
      if (first === undefined) return;
      change((desk) => desks.decide(desk, "doubt"));
      void send("sendToSenior", { task: first.response.task, why });
    },

    /** False when there is nothing to take back. */
    undo(): boolean {
      const last = desks.lastDecided(now.current);
      if (last === null) return false;
      const { task } = last;
      if (last.kept !== null) {
        change((desk) => desks.takeBack(desk, task, null));
        void send("undo", { task });
        return true;
      }
      void outbox.send("undo", { task }).then((sent) => {
        if (sent.kind === "refused") return change((desk) => desks.lose(desk, task, sent.words));
        const { response } = sent.value as { response: ResponseToMark };
        change((desk) => desks.takeBack(desk, task, response));
      });
      return true;
    },
  };
}
