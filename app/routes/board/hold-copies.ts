import { io, type Socket } from "socket.io-client";
import type { Refused } from "../../exam/people/refusals.ts";
import type { ClientToServer, ServerToClient } from "../../live/contract.ts";
import { copyStore } from "../../player/copy/copy-store.ts";
import { holder, type RoomCopies } from "../../player/copy/holder.ts";
import { browserTimers } from "../../player/timers.ts";

/** The code that makes another computer a spare, or why there is none. */
export type ToldSpareCode = { readonly ok: true; readonly spareCode: string } | Refused;

/** Copies come several times a second from every seat; they are shown so often, in milliseconds. */
const showEvery = 1_000;

type Tell = { show(copies: RoomCopies): void; spareCode(code: ToldSpareCode): void };

/** Holds them until it is stopped. It has a line of its own to the server, only to be found by. */
export function holdCopies(sitting: string, tell: Tell) {
  let latest: RoomCopies = { copies: new Map(), spares: [] };
  let told = latest;
  const show = () => {
    if (told !== latest) tell.show(latest);
    told = latest;
  };
  const holding = holder({
    sitting,
    timers: browserTimers,
    store: copyStore(),
    changed(copies) {
      const isUrgent = copies.spares !== latest.spares || copies.copies.size !== latest.copies.size;
      latest = copies;
      if (isUrgent) show();
    },
  });
  const timer = setInterval(show, showEvery);

  const socket: Socket<ServerToClient, ClientToServer> = io({ transports: ["websocket"] });
  const name = crypto.randomUUID();
  socket.on("connect", () => socket.emit("hold", { sitting, name }, (answer) => tell.spareCode(answer)));
  socket.on("arrange", (arranged) => {
    if (arranged.kind !== "call") return;
    holding
      .called(arranged)
      .then((text) => socket.emit("arrange", { to: arranged.from, kind: "answer", text }, () => {}))
      .catch(() => {});
  });
  return {
    holder: holding,
    stop() {
      clearInterval(timer);
      socket.disconnect();
      holding.stop();
    },
  };
}

/** Nothing of these tests stays on this computer. */
export async function forgetCopies(attempts: readonly string[]): Promise<void> {
  const store = copyStore();
  await Promise.all(attempts.map(store.forget));
  store.close();
}
