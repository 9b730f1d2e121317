/**
 * Lists as PostgreSQL's binary format has them (`array_recv` of src/backend/utils/adt/arrayfuncs.c): the number of dimensions,
 * whether there are nulls, the type, how many and from which index; then each value behind its length. PostgreSQL takes an
 * identifier in several times faster like this than as text. The driver sends a Buffer in the binary format.
 *
 * @throws RangeError for a number beyond its type.
 */
export const uuids = (values: readonly string[]) => fixed(types.uuid, 16, values, writeUuid);
export const integers = (values: readonly number[]) =>
  fixed(types.int4, 4, values, (bytes, value, at) => bytes.writeInt32BE(value, at));
/** `xid`, as in `xmin`. */
export const transactions = (values: readonly number[]) =>
  fixed(types.xid, 4, values, (bytes, value, at) => bytes.writeUInt32BE(value, at));
export const booleans = (values: readonly boolean[]) =>
  fixed(types.bool, 1, values, (bytes, value, at) => bytes.writeUInt8(value ? 1 : 0, at));
/** `timestamptz`, of milliseconds since 1970. */
export const moments = (values: readonly number[]) => fixed(types.timestamptz, 8, values, writeMoment);
export const texts = (values: readonly string[]) => varying(types.text, values);
/** Of values that are written as JSON already; null stays null. */
export const jsons = (values: readonly (string | null)[]) => varying(types.json, values);

/** Their numbers in PostgreSQL's catalogue (pg_type.dat). */
const types = { bool: 16, int4: 23, text: 25, xid: 28, json: 114, timestamptz: 1184, uuid: 2950 };

const headLength = 20;
const lengthOfNull = -1;

function head(type: number, count: number, valuesLength: number, hasNull: boolean): Buffer {
  // A list of nothing has no dimension.
  const bytes = Buffer.alloc(count === 0 ? 12 : headLength + 4 * count + valuesLength);
  bytes.writeInt32BE(count === 0 ? 0 : 1, 0);
  bytes.writeInt32BE(hasNull ? 1 : 0, 4);
  bytes.writeInt32BE(type, 8);
  if (count === 0) return bytes;
  bytes.writeInt32BE(count, 12);
  bytes.writeInt32BE(1, 16);
  return bytes;
}

function fixed<Value>(
  type: number,
  length: number,
  values: readonly Value[],
  write: (bytes: Buffer, value: Value, at: number) => void,
): Buffer {
  const bytes = head(type, values.length, length * values.length, false);
  let at = headLength;
  for (const value of values) {
    bytes.writeInt32BE(length, at);
    write(bytes, value, at + 4);
    at += 4 + length;
  }
  return bytes;
}

function varying(type: number, values: readonly (string | null)[]): Buffer {
  const lengths = values.map((value) => (value === null ? lengthOfNull : Buffer.byteLength(value)));
  const together = lengths.reduce((sum, length) => sum + Math.max(0, length), 0);
  const bytes = head(type, values.length, together, values.includes(null));
  let at = headLength;
  values.forEach((value, index) => {
    bytes.writeInt32BE(lengths[index] ?? lengthOfNull, at);
    at += 4;
    if (value !== null) at += bytes.write(value, at);
  });
  return bytes;
}

function writeUuid(bytes: Buffer, uuid: string, at: number) {
  let to = at;
  for (let from = 0; from < uuid.length; from += 2) {
    if (uuid.charCodeAt(from) === dash) from += 1;
    bytes[to] = (digit(uuid.charCodeAt(from)) << 4) | digit(uuid.charCodeAt(from + 1));
    to += 1;
  }
}

const dash = 45;
/** Of a hexadecimal digit, in small or capital letters: they differ in the bit that is not read. */
const digit = (code: number) => (code & 15) + (code >> 6) * 9;

const year2000 = 946_684_800_000;
function writeMoment(bytes: Buffer, milliseconds: number, at: number) {
  bytes.writeBigInt64BE(BigInt(Math.trunc(milliseconds) - year2000) * 1_000n, at);
}
