import { deflateRawSync } from "node:zlib";
import { zip } from "../../app/platform/zip.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

/** A zip of these texts (or bytes) by path, made by an ordinary tool. */
export const zipOf = (files: Readonly<Record<string, string | Uint8Array>>) =>
  zip(
    Object.entries(files).map(([path, content]) => ({
      path,
      bytes: typeof content === "string" ? bytes(content) : content,
    })),
  );

type Entry = {
  readonly name: string;
  readonly content: Uint8Array;
  /** What the list of contents says, when it lies. */
  readonly claims?: number;
  readonly flags?: number;
  readonly mode?: number;
};

/** A zip as no ordinary tool makes it: any name, any claim, any flag. */
export const crookedZip = (entries: readonly Entry[]): Uint8Array => {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claims, flags = 0, mode = 0o100644 } of entries) {
    const packed = deflateRawSync(content);
    const fileName = Buffer.from(name, "utf8");
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(0x800 | flags, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crcOf(content), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(claims ?? content.length, 18);
    fields.writeUInt16LE(fileName.length, 22);
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004", "latin1"), fields, fileName, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE((mode << 16) >>> 0, 6);
    rest.writeUInt32LE(offset, 10);
    const made = Buffer.from([20, 3]);
    central.push(Buffer.concat([Buffer.from("PK\u0001\u0002", "latin1"), made, fields, rest, fileName]));
    locals.push(local);
    offset += local.length;
  }
  const list = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, list, Buffer.from("PK\u0005\u0006", "latin1"), end]);
};

const crcOf = (content: Uint8Array) => {
  let crc = ~0;
  for (const byte of content) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
};
