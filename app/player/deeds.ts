import { next } from "../exam/attempt/answers.ts";
import type { Panel, ScreenSize, Unable } from "../exam/attempt/entry.ts";
import type { ItemResponse } from "../exam/item/response.ts";
import type { Duration } from "../exam/time/time.ts";
import type { Countdown } from "./countdown.ts";
import type { Deed, Outbox } from "./outbox.ts";
import type { Snapshot } from "./snapshot.ts";
import type { Sync } from "./sync.ts";

/** A learner's place at the attempt: one lease, what waits under it, and the way to the server. */
export type Seat = { readonly lease: string; readonly box: Outbox; readonly live: Sync };

type NewDeed = Deed extends infer One ? (One extends Deed ? Omit<One, "left"> : never) : never;

type Ways = {
  readonly clock: Pick<Countdown, "left">;
  snapshot(): Snapshot;
  seat(): Seat | null;
  show(change: Partial<Snapshot>): void;
  /** Something new waits. */
  done(): void;
};

/** What a learner does at a running test: on the screen at once, then into the outbox with the time left. */
export function deeds({ clock, snapshot, seat, show, done }: Ways) {
  let lastLook = "";
  let lostWith: Duration | null = null;

  const isOpenForWork = () => {
    const { place, state, form, submitting } = snapshot();
    return place === "seated" && state?.phase === "running" && form !== null && !submitting && clock.left() > 0;
  };
  const put = (deed: NewDeed) => {
    const mine = seat();
    if (mine === null || !isOpenForWork()) return;
    mine.box.put({ ...deed, left: clock.left() } as Deed);
    const entry = mine.box.waiting().at(-1);
    if (entry !== undefined) show({ work: next(snapshot().work, entry) });
    done();
    mine.live.changed();
  };

  return {
    isOpenForWork,
    /** The clock ran and nothing could be done here. */
    noteUnable: (unable: Unable) => put({ kind: "unable", ...unable }),
    answer(item: string, response: ItemResponse) {
      put({ kind: "answer", item, response });
    },
    flag(item: string, flagged: boolean) {
      put({ kind: "flag", item, flagged });
    },
    visit(item: string) {
      put({ kind: "visit", item });
      seat()?.live.itemLeft();
    },
    look(theme: string, text: string, screen: ScreenSize) {
      const now = JSON.stringify([theme, text, screen]);
      if (!isOpenForWork() || lastLook === now) return;
      lastLook = now;
      put({ kind: "look", theme, text, screen });
    },
    panel(panel: Panel, open: boolean) {
      put({ kind: "panel", panel, open });
    },
    /** One entry for each stretch without the server, made when it is over: until then it would be one more thing unsaved. */
    noteConnection(failures: number) {
      if (failures > 0) lostWith ??= clock.left();
      else if (lostWith !== null) {
        put({ kind: "reconnected", lostWith });
        lostWith = null;
      }
    },
  };
}
