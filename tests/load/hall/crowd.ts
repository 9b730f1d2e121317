import { helper } from "./in-process.ts";
import { together } from "./latency.ts";
import type { Saving } from "./savers.ts";
import type { SaversWork } from "./savers-process.ts";
import type { Seat } from "./seats.ts";

type Coming = {
  readonly url: string;
  readonly items: readonly string[];
  readonly processes?: number;
  /** Each takes its seat as the player does, so that boards and announcements reach it. */
  readonly attend?: boolean;
};

/** Learners in processes of their own, beside the server on the same processors. */
export function openCrowd({ url, items, processes = 1, attend = true }: Coming) {
  const all = Array.from({ length: processes }, () => helper<SaversWork>("savers-process.ts"));
  return {
    pids: all.map(({ pid }) => pid),
    /** Seats these beside those who sit already. Answers how long it took until everybody had a seat, and the longest that anybody waited. */
    async sit(seats: readonly Seat[]) {
      const seated = await Promise.all(
        all.map((one, part) =>
          one.ask("sit", { url, items, attend, seats: seats.filter((_seat, at) => at % processes === part) }),
        ),
      );
      return {
        seconds: Math.max(...seated.map((one) => one.seconds)),
        slowest: Math.max(...seated.map((one) => one.slowest)),
      };
    },
    async save(how: Saving) {
      const saved = await Promise.all(all.map((one) => one.ask("save", how)));
      return {
        latencies: together(saved.map((one) => one.latencies)),
        refused: saved.reduce((sum, one) => sum + one.refused, 0),
        told: saved.flatMap((one) => one.told),
      };
    },
    leave: () => Promise.all(all.map((one) => one.leave())),
  };
}
