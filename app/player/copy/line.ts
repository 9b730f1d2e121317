import { type CopyMessage, readCopyMessage } from "../../exam/attempt/copy-shape.ts";

/** What is needed of an RTCDataChannel: ordered, nothing lost. */
export type Channel = Pick<
  RTCDataChannel,
  "send" | "close" | "readyState" | "onopen" | "onmessage" | "onclose" | "binaryType"
>;

export type Heard = {
  open?(): void;
  message(message: CopyMessage, bytes: Uint8Array<ArrayBuffer>): void;
  closed(): void;
};

export type Line = ReturnType<typeof line>;

/** Every browser takes pieces of this size, in bytes. */
const piece = 16_384;
/** A form with its pictures, and room besides. */
const largest = 20_000_000;

/** Messages over a channel between two browsers, each with bytes that may be longer than the channel carries at once. */
export function line(channel: Channel, { open, message: heard, closed }: Heard) {
  channel.binaryType = "arraybuffer";
  let coming: { readonly message: CopyMessage; readonly bytes: Uint8Array<ArrayBuffer>; filled: number } | null = null;

  const begin = (text: string) => {
    const [length = "", ...rest] = text.split(" ");
    const message = readCopyMessage(rest.join(" "));
    const size = Number(length);
    if (message === null || !Number.isInteger(size) || size < 0 || size > largest) return channel.close();
    coming = { message, bytes: new Uint8Array(size), filled: 0 };
    finish();
  };
  const add = (part: ArrayBuffer) => {
    if (coming === null || coming.filled + part.byteLength > coming.bytes.length) return channel.close();
    coming.bytes.set(new Uint8Array(part), coming.filled);
    coming.filled += part.byteLength;
    finish();
  };
  const finish = () => {
    if (coming === null || coming.filled < coming.bytes.length) return;
    const { message, bytes } = coming;
    coming = null;
    heard(message, bytes);
  };

  let isThrough = false;
  const through = () => {
    if (isThrough || channel.readyState !== "open") return;
    isThrough = true;
    open?.();
  };
  channel.onopen = through;
  // A channel that another browser opened may be open before anybody listens.
  if (channel.readyState === "open") queueMicrotask(through);
  channel.onclose = () => closed();
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (typeof data === "string") begin(data);
    else if (data instanceof ArrayBuffer) add(data);
  };

  return {
    isOpen: () => channel.readyState === "open",
    send(message: CopyMessage, bytes: Uint8Array<ArrayBuffer> = new Uint8Array()) {
      if (channel.readyState !== "open") return;
      try {
        channel.send(`${bytes.length} ${JSON.stringify(message)}`);
        for (let at = 0; at < bytes.length; at += piece) channel.send(bytes.slice(at, at + piece));
      } catch {
        // A channel that takes no more is no line any longer: another one is opened.
        channel.close();
      }
    },
    close: () => channel.close(),
  };
}
