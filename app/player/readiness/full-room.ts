import type { FullRoomReported } from "../../exam/invigilation/readiness/measured.ts";
import { duration } from "../../exam/time/time.ts";
import { type TryLine, tryLine } from "./line.ts";

/** How often each seat saves, and how many milliseconds apart: livelier than a room that writes. */
const rounds = 8;
const apart = 2_000;

const text = "An answer of a full room. ".repeat(20);

/** So many seats at once from this computer, each with a live line of its own, each saving at its own moment. */
export async function fullRoom(
  seats: readonly string[],
  moved: (round: number, of: number) => void,
): Promise<FullRoomReported> {
  const lines = await Promise.all(seats.map(tryLine));
  const took: number[] = [];
  const saveOne = async (line: TryLine, seat: string, seq: number) => {
    const since = performance.now();
    const entry = {
      seq,
      left: duration(0),
      kind: "answer",
      item: "full room",
      response: { RESPONSE: [text] },
    } as const;
    const saved = await line.save({ attempt: seat, lease: seat, entries: [entry] }).catch(() => null);
    if (saved?.ok && saved.savedThrough >= seq) took.push(performance.now() - since);
  };
  for (let round = 1; round <= rounds; round += 1) {
    moved(round, rounds);
    await Promise.all(
      lines.map(async (line, index) => {
        await new Promise((done) => setTimeout(done, (apart * index) / lines.length));
        await saveOne(line, seats[index] ?? "", round);
      }),
    );
  }
  const steady = lines.filter((line) => line.opened !== null && line.breaks() === 0).length;
  for (const line of lines) line.close();
  return {
    seats: seats.length,
    steady,
    saves: { sent: seats.length * rounds, acknowledged: took.length, slowest: Math.max(0, ...took) },
  };
}
