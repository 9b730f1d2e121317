/** `B12` is the twelfth seat of row B; `12` alone is the twelfth of a room with one row. */
type Place = { readonly row: number; readonly number: number };

const written = /^([A-Z])?(\d{1,3})$/;

/** The seat as it is written everywhere: no spaces, capital letter, no leading noughts; null when it is not a seat. */
export function readSeat(text: string): string | null {
  const found = written.exec(text.normalize("NFKC").toUpperCase().replace(/[\s-]/g, ""));
  const number = Number(found?.[2]);
  return found && number > 0 ? `${found[1] ?? ""}${number}` : null;
}

/**
 * Whether one could easily read the other's screen: side by side, or one directly behind the other. Corner to corner does
 * not count, so that two forms are enough for a whole room (our own choice; guidance only forbids overlooking).
 */
export function areNeighbours(one: string, other: string): boolean {
  const [a, b] = [placeOf(one), placeOf(other)];
  return a !== null && b !== null && Math.abs(a.row - b.row) + Math.abs(a.number - b.number) === 1;
}

/** The first free seat after the last one taken, in the same row; `1` in an empty room. */
export function nextSeat(taken: readonly string[]): string {
  const last = taken
    .flatMap((seat) => placeOf(seat) ?? [])
    .toSorted((a, b) => a.row - b.row || a.number - b.number)
    .at(-1);
  if (last === undefined) return "1";
  const row = last.row === 0 ? "" : String.fromCharCode(64 + last.row);
  return `${row}${last.number + 1}`;
}

function placeOf(seat: string): Place | null {
  const found = written.exec(seat);
  if (found === null) return null;
  const [, row, number] = found;
  return { row: row === undefined ? 0 : row.charCodeAt(0) - 64, number: Number(number) };
}
