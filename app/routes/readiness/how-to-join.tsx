import { Panel } from "../../components/panel.tsx";
import type { Instant } from "../../exam/time/time.ts";
import { clockInLondon } from "../london-time.ts";

type Props = { readonly host: string; readonly code: string; readonly until: Instant };

/** What to type at each computer, large enough to be read from the other end of a desk. */
export function HowToJoin({ host, code, until }: Props) {
  return (
    <Panel
      className="print:hidden"
      title="At each computer of the room"
      lead="With the browser, the account and the seat that learners will use."
      footer={`The code works until ${clockInLondon(until)}, or until the check is ended. It opens no test.`}
    >
      <dl className="flex flex-wrap items-baseline gap-x-10 gap-y-3">
        <div className="grid gap-0.5">
          <dt className="text-ink-soft">Open</dt>
          <dd className="text-2xl font-bold">{host}/ready</dd>
        </div>
        <div className="grid gap-0.5">
          <dt className="text-ink-soft">Type the code</dt>
          <dd className="text-4xl leading-none font-bold tracking-[0.12em] tabular">{code}</dd>
        </div>
      </dl>
    </Panel>
  );
}
