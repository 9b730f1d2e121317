import { DataTable } from "../../components/data-table.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { lengthWords } from "../../exam/invigilation/spoken-time.ts";
import type { LostLine } from "../../store/views/lost-time.ts";
import { evidenceWords, lostKindWords, minutesWords, stretchTimes } from "./lost-words.ts";
import { clockSeconds } from "./room-time.ts";

type Choosing = {
  /** Whom something can be given to. */
  readonly open: readonly string[];
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: readonly string[]) => void;
};

/** Lost time by learner: what happened, what shows it, what has been given and what is proposed. */
export function LostTable({ lines, choosing }: { readonly lines: readonly LostLine[]; readonly choosing?: Choosing }) {
  return (
    <DataTable
      caption="Lost time by learner"
      captionHidden
      dense
      layout="cards"
      rows={lines}
      rowKey={({ attempt }) => attempt}
      empty={<EmptyState title="Nobody has lost time">What computers report appears here by itself.</EmptyState>}
      columns={[
        {
          key: "who",
          heading: "Learner",
          rowHeading: true,
          cell: (line) => (choosing === undefined ? whoOf(line) : <Choice line={line} choosing={choosing} />),
        },
        { key: "what", heading: "What happened", cell: (line) => <Stretches line={line} /> },
        { key: "lost", heading: "Lost", numeric: true, cell: ({ lost }) => lengthWords(lost) },
        { key: "given", heading: "Given", cell: (line) => <Given line={line} /> },
        {
          key: "proposed",
          heading: "Proposed",
          numeric: true,
          cell: ({ proposed, phase }) => {
            if (proposed === 0) return "–";
            return phase === "closed" || phase === "voided"
              ? `${minutesWords(proposed)}, not given`
              : minutesWords(proposed);
          },
        },
      ]}
    />
  );
}

const whoOf = ({ seat, name }: LostLine) => `${seat} ${name}`;

function Choice({
  line,
  choosing: { open, chosen, onChoose },
}: {
  readonly line: LostLine;
  readonly choosing: Choosing;
}) {
  const { attempt } = line;
  if (!open.includes(attempt)) return whoOf(line);
  const isChosen = chosen.includes(attempt);
  return (
    <label className="flex items-start gap-2 font-bold">
      <input
        type="checkbox"
        className="mt-1 size-5 shrink-0"
        checked={isChosen}
        onChange={() => onChoose(isChosen ? chosen.filter((one) => one !== attempt) : [...chosen, attempt])}
      />
      {whoOf(line)}
    </label>
  );
}

function Stretches({ line }: { readonly line: LostLine }) {
  return (
    <ul className="grid gap-1.5">
      {line.stretches.map((stretch) => (
        <li key={stretch.id}>
          <span className="font-bold">{lostKindWords(stretch.kind)}</span>
          {stretch.madeUp && " (made up)"}
          <br />
          <span className="tabular">{stretchTimes(stretch)}</span>
          <span className="block text-xs text-ink-soft">{evidenceWords(stretch)}</span>
        </li>
      ))}
    </ul>
  );
}

function Given({ line }: { readonly line: LostLine }) {
  if (line.given.length === 0) return <>–</>;
  return (
    <ul className="grid gap-1.5">
      {line.given.map(({ source, amount, at, by, why }) => (
        <li key={`${at} ${amount}`}>
          <span className="font-bold tabular">{minutesWords(amount)}</span> at{" "}
          <span className="tabular">{clockSeconds(at)}</span> {source === "granted" ? "by hand" : "for lost time"}, {by}
          : {why}
        </li>
      ))}
    </ul>
  );
}
