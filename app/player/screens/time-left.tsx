import { Button } from "../../components/button.tsx";
import { Clock } from "../../components/clock.tsx";
import type { Duration } from "../../exam/time/time.ts";
import { useLeft } from "../use-left.ts";

type Props = {
  readonly left: () => Duration;
  readonly running: boolean;
  readonly hidden: boolean;
  readonly onHide: (hidden: boolean) => void;
};

/** The clock, for those who want to see it. */
export function TimeLeft({ left, running, hidden, onHide }: Props) {
  const shown = useLeft(left);
  return (
    <div className="flex items-center gap-1 whitespace-nowrap">
      <Clock left={shown} running={running} hidden={hidden} />
      <Button size="small" variant="plain" onClick={() => onHide(!hidden)}>
        {hidden ? "Show" : "Hide"}
        <span className="sr-only"> the time left</span>
      </Button>
    </div>
  );
}
