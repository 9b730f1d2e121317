import { openWebSocket } from "./web-socket.ts";

/** A socket to the server that speaks socket.io's protocol. */
export type Line = {
  /** Sends a message and gives the server's acknowledgement to the callback. */
  ask(event: string, message: unknown, answered: (answer: unknown) => void): void;
  close(): void;
};

type Opening = {
  readonly url: string;
  readonly cookie: string;
  heard?(event: string, message: unknown): void;
  lost?(): void;
};

const path = "/socket.io/?EIO=4&transport=websocket";

/** Opens when the server has said who this is. See https://socket.io/docs/v4/socket-io-protocol for the signs. */
export async function openLine({ url, cookie, heard, lost }: Opening): Promise<Line> {
  const waiting = new Map<number, (answer: unknown) => void>();
  let asked = 0;
  let letIn = () => {};
  let turnedAway = (_why: string) => {};
  const isIn = new Promise<void>((resolve, reject) => {
    letIn = resolve;
    turnedAway = (why) => reject(new Error(`Not let in: ${why}`));
  });
  const socket = await openWebSocket({
    url,
    path,
    cookie,
    heard(text) {
      if (text.startsWith("43")) return acknowledged(text, waiting);
      if (text === "2") return socket.send("3");
      if (text.startsWith("40")) return letIn();
      if (text.startsWith("44")) return turnedAway(text);
      if (!text.startsWith("42") || heard === undefined) return;
      const [event, message] = JSON.parse(text.slice(2)) as [string, unknown];
      heard(event, message);
    },
    lost(why) {
      turnedAway(`closed before it was open. ${why}`);
      lost?.();
    },
  });
  socket.send("40");
  await isIn;
  return {
    ask(event, message, answered) {
      asked += 1;
      waiting.set(asked, answered);
      socket.send(`42${asked}${JSON.stringify([event, message])}`);
    },
    close: socket.close,
  };
}

function acknowledged(text: string, waiting: Map<number, (answer: unknown) => void>) {
  const from = text.indexOf("[");
  const id = Number(text.slice(2, from));
  const answered = waiting.get(id);
  waiting.delete(id);
  answered?.((JSON.parse(text.slice(from)) as [unknown])[0]);
}
