import WebSocket from "ws";

/** A socket to the server that speaks socket.io's protocol and does as little else as it can: what is measured is the server. */
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

/** Opens when the server has said who this is. See https://socket.io/docs/v4/socket-io-protocol for the signs. */
export function openLine({ url, cookie, heard, lost }: Opening): Promise<Line> {
  const socket = new WebSocket(`${url.replace("http", "ws")}/socket.io/?EIO=4&transport=websocket`, {
    headers: { cookie },
    perMessageDeflate: false,
    skipUTF8Validation: true,
  });
  const waiting = new Map<number, (answer: unknown) => void>();
  let asked = 0;
  const line: Line = {
    ask(event, message, answered) {
      asked += 1;
      waiting.set(asked, answered);
      socket.send(`42${asked}${JSON.stringify([event, message])}`);
    },
    close: () => socket.close(),
  };
  return new Promise((resolve, reject) => {
    socket.on("message", (data: Buffer) => {
      const text = data.toString();
      if (text.startsWith("43")) return acknowledged(text, waiting);
      if (text === "2") return socket.send("3");
      if (text.startsWith("0")) return socket.send("40");
      if (text.startsWith("40")) return resolve(line);
      if (text.startsWith("44")) return reject(new Error(`Not let in: ${text}`));
      if (!text.startsWith("42") || heard === undefined) return;
      const [event, message] = JSON.parse(text.slice(2)) as [string, unknown];
      heard(event, message);
    });
    socket.on("error", reject);
    socket.on("close", () => {
      reject(new Error("Closed before it was open."));
      lost?.();
    });
  });
}

function acknowledged(text: string, waiting: Map<number, (answer: unknown) => void>) {
  const from = text.indexOf("[");
  const id = Number(text.slice(2, from));
  const answered = waiting.get(id);
  waiting.delete(id);
  answered?.((JSON.parse(text.slice(from)) as [unknown])[0]);
}
