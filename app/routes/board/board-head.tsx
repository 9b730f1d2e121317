import { OfflineIcon } from "../../components/icons.tsx";
import { Status } from "../../components/status.tsx";
import { standardFinish } from "../../exam/invigilation/room-times.ts";
import { lengthWords } from "../../exam/invigilation/spoken-time.ts";
import { clockInLondon } from "../london-time.ts";
import { clockSeconds, longDay } from "./room-time.ts";
import type { LiveBoard } from "./use-live-board.ts";

/** Which sitting this is, what time it is, and whether what is shown is true now. */
export function BoardHead({ live }: { readonly live: LiveBoard }) {
  const { sitting, seats } = live.board;
  const finish = standardFinish(seats, sitting);
  return (
    <header className="flex flex-wrap items-end justify-between gap-x-8 gap-y-2">
      <div className="grid min-w-0 gap-0.5">
        <h1 className="text-2xl tracking-[-0.01em]">{sitting.title}</h1>
        <p className="text-ink-soft">
          {sitting.centre} · <span className="font-bold text-ink">{sitting.room}</span> · {longDay(sitting.startsAt)},
          start <span className="tabular">{clockInLondon(sitting.startsAt)}</span>, end{" "}
          <span className="tabular">{clockInLondon(finish)}</span>
        </p>
      </div>
      <div className="flex items-end gap-6">
        <Link live={live} />
        <p className="text-3xl leading-none font-bold tabular" role="timer" aria-label="Time now">
          {clockSeconds(live.now)}
        </p>
      </div>
    </header>
  );
}

function Link({ live: { link, stale, silent, health } }: { readonly live: LiveBoard }) {
  if (stale) {
    return (
      <Status tone="bad" icon={<OfflineIcon className="self-center" />}>
        Last heard {lengthWords(silent)} ago
      </Status>
    );
  }
  if (link === "live" && health.news === "heard") return <Status tone="good">Live</Status>;
  return <Status tone="info">{link === "connecting" ? "Connecting…" : "Renewed every few seconds"}</Status>;
}
