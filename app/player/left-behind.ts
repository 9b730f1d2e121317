import { outbox } from "./outbox.ts";
import { type Sync, sync } from "./sync.ts";
import type { Timers } from "./timers.ts";
import type { Transport } from "./transport.ts";
import type { Behind } from "./vault.ts";

export type LeftBehind = ReturnType<typeof leftBehind>;

type Ways = {
  readonly attempt: string;
  readonly timers: Timers;
  readonly save: Transport["save"];
  /** The list of what is left behind became shorter or longer. */
  changed(): void;
};

/** Sends what an ended lease of this computer still holds. The server keeps it for people to see and does not count it. */
export function leftBehind({ attempt, timers, save, changed }: Ways) {
  let all: readonly Behind[] = [];
  let sending: readonly Sync[] = [];
  const nothing = () => {};

  return {
    all: () => all,
    add({ lease, waiting }: Behind) {
      if (waiting.length === 0) return;
      const left = { lease, waiting };
      all = [...all, left];
      const box = outbox({ seq: waiting.at(-1)?.seq ?? 0, waiting });
      const mine = sync({
        attempt,
        lease,
        outbox: box,
        timers,
        transport: {
          save,
          submit: () => Promise.reject(new Error("Nothing is handed in from a desk left behind.")),
        },
        keep: async () => {},
        saved: nothing,
        submitted: nothing,
        refused: nothing,
        trouble() {
          if (box.waiting().length > 0) return;
          all = all.filter((one) => one !== left);
          sending = sending.filter((one) => one !== mine);
          changed();
        },
      });
      sending = [...sending, mine];
      mine.become("emptying");
      changed();
    },
    /** The page goes; what is still here is sent when it is opened again. */
    stop() {
      for (const one of sending) one.stop();
    },
  };
}
