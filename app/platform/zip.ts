import { buffer } from "node:stream/consumers";
import { crc32 } from "node:zlib";
import { type Entry, fromBuffer, type ZipFile as Opened } from "yauzl";
import { ZipFile } from "yazl";

export type ZippedFile = { readonly path: string; readonly bytes: Uint8Array };

export type ZipRefusal =
  | "not-a-zip"
  | "bad-path"
  | "symbolic-link"
  | "same-name"
  | "encrypted"
  | "too-many-files"
  | "too-large"
  | "bomb"
  | "damaged";

/** What was opened, in the order of the zip, or why nothing was. `file` is null when it is about the zip as a whole. */
export type Unzipped =
  | { readonly ok: true; readonly files: readonly ZippedFile[] }
  | { readonly ok: false; readonly code: ZipRefusal; readonly cause: string; readonly file: string | null };

export type ZipLimits = {
  readonly files: number;
  /** In bytes, unpacked. */
  readonly one: number;
  readonly all: number;
  /** How many times larger than its packed size a file of more than `freely` bytes may be. */
  readonly ratio: number;
  readonly freely: number;
};

const mega = 1024 * 1024;
export const usualLimits: ZipLimits = { files: 10_000, one: 50 * mega, all: 300 * mega, ratio: 100, freely: 2 * mega };

/**
 * Unpacks a zip into memory, so that nothing is written before everything is known to be harmless. The list of contents is
 * judged before a byte is unpacked, and unpacking stops as soon as a file is larger than the list says.
 */
export const unzip = async (bytes: Uint8Array, limits: ZipLimits = usualLimits): Promise<Unzipped> => {
  const opened = await open(bytes);
  if (!("entryCount" in opened)) return opened;
  const listed = await list(opened, limits);
  if (!Array.isArray(listed)) return listed;

  const files: ZippedFile[] = [];
  for (const entry of listed) {
    const unpacked = await unpack(opened, entry);
    if (!("bytes" in unpacked)) return unpacked;
    files.push(unpacked);
  }
  return { ok: true, files };
};

type Refused = Extract<Unzipped, { readonly ok: false }>;
const no = (code: ZipRefusal, cause: string, file: string | null = null): Refused => ({ ok: false, code, cause, file });

const open = (bytes: Uint8Array): Promise<Opened | Refused> =>
  new Promise((resolve) => {
    const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    fromBuffer(whole, { lazyEntries: true, strictFileNames: true }, (error, zip) => {
      resolve(error === null ? zip : no("not-a-zip", "This is no zip file, or its end is missing."));
    });
  });

/** All files of the zip, or the first reason not to touch it; folders are left out. */
const list = (zip: Opened, limits: ZipLimits): Promise<Entry[] | Refused> =>
  new Promise((resolve) => {
    if (zip.entryCount > limits.files) {
      resolve(no("too-many-files", `The zip holds ${zip.entryCount} files; at most ${limits.files} are taken.`));
      return;
    }
    const entries: Entry[] = [];
    const names = new Set<string>();
    let total = 0;
    zip.on("error", (error: Error) => resolve(namedWrongly(error)));
    zip.on("end", () => resolve(entries));
    zip.on("entry", (entry: Entry) => {
      total += entry.uncompressedSize;
      const refused = judge(entry, names, limits) ?? (total > limits.all ? tooLarge(limits.all) : null);
      if (refused !== null) {
        resolve(refused);
        return;
      }
      if (!entry.fileName.endsWith("/")) entries.push(entry);
      zip.readEntry();
    });
    zip.readEntry();
  });

const tooLarge = (most: number) => no("too-large", `Unpacked, the zip is larger than ${Math.round(most / mega)} MB.`);

const namedWrongly = (error: Error): Refused =>
  /path|characters/.test(error.message)
    ? no("bad-path", "A file in the zip has a path that leads out of it.", error.message.split(": ").at(-1) ?? null)
    : no("damaged", "The zip is damaged: its list of contents cannot be read.");

const symbolicLink = 0o120000;

function judge(entry: Entry, names: Set<string>, limits: ZipLimits): Refused | null {
  const { fileName: file, uncompressedSize: size } = entry;
  const name = file.normalize("NFC").toLowerCase();
  if (names.has(name)) return no("same-name", `Two files in the zip are called ${file}.`, file);
  names.add(name);
  if (hasControls(file)) return no("bad-path", "A file in the zip has a name with control characters.", file);
  if (entry.isEncrypted()) return no("encrypted", `${file} is encrypted.`, file);
  if (((entry.externalFileAttributes >>> 16) & 0o170000) === symbolicLink) {
    return no("symbolic-link", `${file} is a link to another file.`, file);
  }
  if (size > limits.one) return no("too-large", `${file} is larger than ${Math.round(limits.one / mega)} MB.`, file);
  if (size > limits.freely && size > entry.compressedSize * limits.ratio) {
    return no("bomb", `${file} unpacks to more than ${limits.ratio} times its size.`, file);
  }
  return null;
}

const hasControls = (name: string) => [...name].some((character) => character < " " || character === "\u007F");

const unpack = (zip: Opened, entry: Entry): Promise<ZippedFile | Refused> =>
  new Promise((resolve) => {
    const { fileName: path } = entry;
    const damaged = () => resolve(no("damaged", `${path} is damaged.`, path));
    zip.openReadStream(entry, (error, stream) => {
      if (error !== null) return damaged();
      buffer(stream).then((bytes) => {
        if (crc32(bytes) === entry.crc32) resolve({ path, bytes });
        else damaged();
      }, damaged);
    });
  });

/** Packs files in the order given; the same files are always the same bytes, wherever and whenever they are packed. */
export const zip = async (files: readonly ZippedFile[]): Promise<Uint8Array> => {
  const packed = new ZipFile();
  const earliest = new Date(1980, 0, 1);
  for (const { path, bytes } of files) {
    packed.addBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), path, {
      mtime: earliest,
      mode: 0o100644,
      forceDosTimestamp: true,
    });
  }
  packed.end();
  return buffer(packed.outputStream);
};
