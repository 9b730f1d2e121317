import { OfflineIcon } from "../../components/icons.tsx";
import { Status } from "../../components/status.tsx";
import { standardFinish } from "../../exam/invigilation/room-times.ts";
import { lengthWords } from "../../exam/invigilation/spoken-time.ts";
import { clockInLondon } from "../london-time.ts";
import type { Shown } from "./live-room.ts";
import { clockSeconds, longDay } from "./room-time.ts";
import { useTime } from "./use-room.ts";

/** Which sitting this is, what time it is, and whether what is shown is true now. */
export function BoardHead({ shown }: { readonly shown: Shown }) {
  const { sitting, seats } = shown;
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
      <div className="flex flex-wrap items-end gap-x-6 gap-y-1">
        <Link shown={shown} />
        <p className="text-3xl leading-none font-bold tabular" role="timer" aria-label="Time now">
          <TimeNow />
        </p>
      </div>
    </header>
  );
}

export const TimeNow = () => useTime(({ now }) => clockSeconds(now));
export const SilentFor = () => useTime(({ silent }) => lengthWords(silent));

function Link({ shown: { link, stale, news } }: { readonly shown: Shown }) {
  if (stale) {
    return (
      <Status tone="bad" icon={<OfflineIcon className="self-center" />}>
        Last heard <SilentFor /> ago
      </Status>
    );
  }
  if (link === "live" && news === "heard") return <Status tone="good">Live</Status>;
  return <Status tone="info">{link === "connecting" ? "Connecting…" : "Renewed every few seconds"}</Status>;
}
