import { connect } from "node:net";

/** A web socket that carries short texts and does as little else as it can, so that what is measured is the server. */
export type WebSocketLine = { send(text: string): void; close(): void };

type Opening = {
  readonly url: string;
  readonly path: string;
  readonly cookie: string;
  heard(text: string): void;
  /** With why, where it is known. */
  lost(why: string): void;
};

/** Opens a web socket (RFC 6455) without extensions; answers once the server has agreed to speak it. */
export function openWebSocket({ url, path, cookie, heard, lost }: Opening): Promise<WebSocketLine> {
  const { host, hostname, port } = new URL(url);
  let read: (bytes: Buffer) => void = () => {};
  const socket = connect({
    host: hostname,
    port: Number(port),
    noDelay: true,
    // Into one piece of memory for all: by itself Node takes 64 kB anew for every read.
    onread: {
      buffer: incoming,
      callback(length) {
        read(incoming.subarray(0, length));
        return true;
      },
    },
  });
  socket.write(
    `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nCookie: ${cookie}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
      `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${Buffer.alloc(16, 7).toString("base64")}\r\n\r\n`,
  );
  return new Promise((resolve, reject) => {
    let why = "";
    let agreed = false;
    const gone = () => {
      if (!agreed) reject(new Error(`No web socket came about: ${why}`));
      else lost(why);
    };
    const frames = framesIn(
      (text) => heard(text),
      () => socket.end(),
    );
    let greeting: Buffer = nothing;
    read = (bytes) => {
      greeting = Buffer.concat([greeting, bytes]);
      const end = greeting.indexOf("\r\n\r\n");
      if (end === -1) return;
      const words = greeting.subarray(0, end).toString("latin1");
      if (!words.startsWith("HTTP/1.1 101")) {
        why = words.split("\r\n")[0] ?? "";
        socket.destroy();
        return;
      }
      agreed = true;
      resolve({ send: (text) => void socket.write(frame(text)), close: () => void socket.end(goodbye) });
      read = frames;
      read(greeting.subarray(end + 4));
    };
    socket.on("error", (error) => {
      why = String(error);
    });
    socket.on("close", gone);
  });
}

const nothing = Buffer.alloc(0);
const incoming = Buffer.alloc(65_536);
const finalText = 0x81;
const masked = 0x80;
const goodbye = Buffer.from([0x88, masked, 0, 0, 0, 0]);

/** A client must mask what it sends; by zeros it comes out as it was. */
function frame(text: string): Buffer {
  const length = Buffer.byteLength(text);
  const short = length < 126;
  const start = short ? 6 : 8;
  if (length > 65_535) throw new Error("Longer than anything a learner sends here.");
  const bytes = Buffer.allocUnsafe(start + length);
  bytes[0] = finalText;
  bytes[1] = masked | (short ? length : 126);
  if (!short) bytes.writeUInt16BE(length, 2);
  bytes.fill(0, start - 4, start);
  bytes.write(text, start);
  return bytes;
}

/** Reads the server's frames out of what comes, in whatever pieces it comes. */
function framesIn(text: (text: string) => void, closed: () => void) {
  let rest: Buffer = nothing;
  return (bytes: Buffer) => {
    rest = rest.length === 0 ? bytes : Buffer.concat([rest, bytes]);
    for (let size = sizeOf(rest); size !== null && rest.length >= size.start + size.length; size = sizeOf(rest)) {
      const { start, length } = size;
      if (rest[0] === finalText) text(rest.toString("utf8", start, start + length));
      else closed();
      rest = rest.subarray(start + length);
    }
    // What is read next goes into the same memory.
    rest = rest.length === 0 ? nothing : Buffer.from(rest);
  };
}

/** Where the first frame's content starts and how long it is; null while too little has come to know. */
function sizeOf(bytes: Buffer): { readonly start: number; readonly length: number } | null {
  const short = bytes[1];
  if (short === undefined) return null;
  if (short < 126) return { start: 2, length: short };
  if (short === 126) return bytes.length < 4 ? null : { start: 4, length: bytes.readUInt16BE(2) };
  return bytes.length < 10 ? null : { start: 10, length: Number(bytes.readBigUInt64BE(2)) };
}
