import { standardFinish } from "../../exam/invigilation/room-times.ts";
import { clockInLondon } from "../london-time.ts";
import { TimeNow } from "./board-head.tsx";
import { longDay } from "./room-time.ts";
import { useShown } from "./use-room.ts";

/** What the wall of an exam room must show, large enough for the last row; no names. */
export function RoomClock() {
  const { sitting, seats } = useShown();
  const times = [
    { term: "Start", detail: clockInLondon(sitting.startsAt) },
    { term: "Finish", detail: clockInLondon(standardFinish(seats, sitting)) },
  ];
  return (
    <div className="grid min-h-[88dvh] content-center justify-items-center gap-[4dvh] text-center">
      <p className="text-[clamp(1.25rem,3vw,3rem)] text-ink-soft">{sitting.centre}</p>
      <h1 className="text-[clamp(1.5rem,4vw,4.5rem)] leading-tight">{sitting.title}</h1>
      <p className="text-[clamp(4rem,18vw,20rem)] leading-none font-bold tabular" role="timer">
        <TimeNow />
      </p>
      <dl className="flex flex-wrap justify-center gap-x-[8vw] gap-y-4">
        {times.map(({ term, detail }) => (
          <div key={term} className="grid">
            <dt className="text-[clamp(1rem,2.2vw,2.2rem)] text-ink-soft">{term}</dt>
            <dd className="text-[clamp(2rem,6vw,6rem)] leading-none font-bold tabular">{detail}</dd>
          </div>
        ))}
      </dl>
      <p className="text-[clamp(1rem,2vw,2rem)] text-ink-soft">
        {longDay(sitting.startsAt)} · {sitting.room}
      </p>
    </div>
  );
}
