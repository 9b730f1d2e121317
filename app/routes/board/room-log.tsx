import { memo } from "react";
import { LinkButton } from "../../components/button.tsx";
import { Disclosure } from "../../components/disclosure.tsx";
import { DocumentIcon } from "../../components/icons.tsx";
import { incidentWords } from "../../exam/invigilation/incident.ts";
import type { Instant } from "../../exam/time/time.ts";
import type { RoomNote, SittingState } from "../../live/contract.ts";
import { momentInLondon } from "../london-time.ts";
import { clockSeconds, localDay } from "./room-time.ts";

type Props = { readonly sitting: Pick<SittingState, "id" | "startsAt" | "log"> };

/** So many are seen at once. */
const atFirst = 5;

/** Whether it got out: what was announced to the room and written down about it, by whoever sits at whichever board. */
export const RoomLog = memo(function RoomLog({ sitting }: Props) {
  const { latest, earlier } = sitting.log;
  const when = (at: Instant) => (localDay(at) === localDay(sitting.startsAt) ? clockSeconds(at) : momentInLondon(at));
  const [last] = latest;
  const before = latest.slice(atFirst);
  return (
    <Disclosure
      summary={
        last === undefined
          ? "Announced and written down: nothing yet"
          : `Announced and written down: ${latest.length + earlier}, last at ${when(last.at)}`
      }
    >
      <div className="grid gap-3 justify-items-start py-1">
        {last === undefined ? (
          <p className="text-ink-soft">
            Nothing has been announced to the room, and no incident is written down about all of it.
          </p>
        ) : (
          <Notes label="Announced and written down, newest first" notes={latest.slice(0, atFirst)} when={when} />
        )}
        {before.length > 0 && (
          <Disclosure summary={`${before.length} before that`}>
            <Notes label="Before that, newest first" notes={before} when={when} />
          </Disclosure>
        )}
        <LinkButton
          href={`/sittings/${sitting.id}/report`}
          target="_blank"
          size="small"
          variant="plain"
          icon={<DocumentIcon />}
        >
          {elsewhereWords(earlier)}: report, in a new tab
        </LinkButton>
      </div>
    </Disclosure>
  );
});

/** What is not on the board. */
function elsewhereWords(earlier: number) {
  if (earlier === 0) return "What is written about one learner";
  return `${earlier} earlier ${earlier === 1 ? "one" : "ones"}, and what is written about one learner`;
}

type NotesProps = {
  readonly label: string;
  readonly notes: readonly RoomNote[];
  readonly when: (at: Instant) => string;
};

const Notes = ({ label, notes, when }: NotesProps) => (
  <ol aria-label={label} className="grid gap-3">
    {notes.map(({ id, at, by, incident, words }) => (
      <li key={id} className="grid gap-0.5">
        <p className="flex flex-wrap gap-x-2 text-sm text-ink-soft">
          <span className="tabular">{when(at)}</span>
          <span className="font-bold text-ink">{incident === null ? "Announced" : incidentWords(incident)}</span>
          <span>{by}</span>
        </p>
        <p className="measure whitespace-pre-line wrap-anywhere">{words}</p>
      </li>
    ))}
  </ol>
);
