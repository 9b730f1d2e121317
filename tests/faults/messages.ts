import type { Way } from "./cable.ts";

/** What becomes of one message: how often it arrives, and after how many milliseconds each time. */
export type Fate = (chance: number) => readonly number[];

/**
 * Cuts a WebSocket's bytes into its messages and lets each meet its fate. Only what our own code says is touched (socket.io's
 * events and acknowledgements); handshakes and the signs of life of the line itself go through.
 */
export function messages(fate: Fate, chance: () => number): Way {
  let held = Buffer.alloc(0);
  let upgraded = false;
  return (bytes, forward) => {
    held = Buffer.concat([held, bytes]);
    if (!upgraded) {
      const end = held.indexOf("\r\n\r\n");
      if (end < 0) return;
      const head = held.subarray(0, end + 4);
      // Whatever is no WebSocket goes through as it is.
      if (!/upgrade: websocket/i.test(head.toString("latin1"))) {
        forward(held);
        held = Buffer.alloc(0);
        return;
      }
      forward(head);
      held = held.subarray(end + 4);
      upgraded = true;
    }
    for (let frame = firstFrame(held); frame !== null; frame = firstFrame(held)) {
      held = held.subarray(frame.bytes.length);
      const { bytes: whole } = frame;
      if (!/^4[23]/.test(frame.begins)) forward(whole);
      else for (const late of fate(chance())) late === 0 ? forward(whole) : setTimeout(() => forward(whole), late);
    }
  };
}

/** The first whole frame in these bytes, and the first two signs of its text. */
function firstFrame(bytes: Buffer): { readonly bytes: Buffer; readonly begins: string } | null {
  if (bytes.length < 2) return null;
  const second = bytes[1] ?? 0;
  const short = second & 0x7f;
  const lengthEnd = short === 127 ? 10 : short === 126 ? 4 : 2;
  if (bytes.length < lengthEnd) return null;
  const length = short === 127 ? Number(bytes.readBigUInt64BE(2)) : short === 126 ? bytes.readUInt16BE(2) : short;
  const isMasked = (second & 0x80) !== 0;
  const start = lengthEnd + (isMasked ? 4 : 0);
  if (bytes.length < start + length) return null;
  const signs = [0, 1].map((place) => {
    const sign = bytes[start + place] ?? 0;
    return isMasked ? sign ^ (bytes[lengthEnd + place] ?? 0) : sign;
  });
  return { bytes: bytes.subarray(0, start + length), begins: String.fromCharCode(...signs) };
}
