import { io, type Socket } from "socket.io-client";
import type { ClientToServer, ServerToClient } from "../live/contract.ts";
import { copier } from "./copy/copier.ts";
import { holderLines } from "./copy/holder-lines.ts";
import { httpTransport } from "./http-transport.ts";
import { learnerSocket } from "./knocking.ts";
import { holdTab } from "./one-tab.ts";
import { type Player, player } from "./player.ts";
import { readyForOffline } from "./ready-for-offline.ts";
import type { Room } from "./room.ts";
import { openForm } from "./sealed-form.ts";
import { liveTransport } from "./socket-transport.ts";
import { browserTimers as timers } from "./timers.ts";
import { openVault } from "./vault.ts";

/** The player with this browser's own parts. It begins to work when no other tab has the attempt. */
export function browserPlayer(room: Room): Player {
  const { attempt } = room;
  const socket: Socket<ServerToClient, ClientToServer> = io(learnerSocket);
  const http = httpTransport();
  /** Another learner may sit here by now: what this computer opens with is theirs. */
  const isLeftOpen = () => mine.snapshot().place === "signed-out";
  const mine = player({
    attempt,
    timers,
    connect(heard) {
      const transport = liveTransport({
        socket,
        http,
        timers,
        heard,
      });
      addEventListener("online", transport.networkBack);
      return {
        ...transport,
        async attend(message) {
          const answer = await transport.attend(message);
          // The page's offline copy may have been lost while there was no network to bring it back.
          if (answer.ok && answer.state.attempt === attempt) void readyForOffline(room);
          return answer;
        },
        close() {
          removeEventListener("online", transport.networkBack);
          transport.close();
        },
      };
    },
    openVault: ({ changed, found }) =>
      openVault(attempt, {
        found,
        changed(keeping) {
          changed(keeping);
          // Whoever empties the storage takes the page's offline copy with it.
          if (keeping === "cleared" && !isLeftOpen()) void readyForOffline(room);
        },
      }),
    fetchForm,
    openForm,
    newMachine,
    isHidden: () => document.hidden,
    copies: {
      openCopier: (ways) =>
        copier({
          ...ways,
          room,
          timers,
          lines: (heard) => holderLines({ ...heard, socket, timers }),
          async askKit(lease) {
            const answer = await socket.timeout(kitWithin).emitWithAck("copy-kit", { attempt, lease });
            return answer.ok ? answer : null;
          },
        }),
      takePlace: http.takePlace,
    },
  });
  let hasWaited = false;
  const letGo = holdTab(attempt, {
    held() {
      void mine.open();
      // Since it began to wait somebody else may have sat down here, whose test the computer keeps now.
      if (!hasWaited) void readyForOffline(room);
    },
    waiting() {
      hasWaited = true;
      mine.otherTab();
    },
  });
  return {
    ...mine,
    close() {
      letGo();
      mine.close();
    },
  };
}

/** Milliseconds. */
const kitWithin = 5_000;

export const newMachine = () =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

async function fetchForm(): Promise<Uint8Array> {
  const answer = await fetch("/exam/form", { cache: "no-store" });
  if (!answer.ok) throw new Error(`The form did not come: ${answer.status}.`);
  return new Uint8Array(await answer.arrayBuffer());
}
