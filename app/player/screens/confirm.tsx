import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { clockWords } from "../../components/clock-words.ts";
import { DescriptionList } from "../../components/description-list.tsx";
import { PersonIcon } from "../../components/icons.tsx";
import { Panel } from "../../components/panel.tsx";
import type { Room } from "../room.ts";
import { shortTimeOfDay } from "../time-of-day.ts";
import { CalmScreen } from "./calm-screen.tsx";
import { SignOutButton } from "./sign-out-button.tsx";

/** Is this you, is this your test? */
export function Confirm({ room, onYes }: { readonly room: Room; readonly onYes: () => void }) {
  const [no, setNo] = useState(false);
  if (no) return <NotMe onBack={() => setNo(false)} />;
  return (
    <CalmScreen title="Is this you, and is this your test?" lead="Please read each line.">
      <Panel>
        <DescriptionList items={factsOf(room)} />
      </Panel>
      <div className="flex flex-wrap gap-3">
        <Button size="large" onClick={onYes}>
          Yes, this is right
        </Button>
        <Button size="large" variant="quiet" onClick={() => setNo(true)}>
          No, something is wrong
        </Button>
      </div>
    </CalmScreen>
  );
}

const factsOf = ({ name, candidateNumber, title, centre, room, seat, startsAt, allowance, arrangements }: Room) => [
  { term: "Name", detail: <strong>{name}</strong> },
  { term: "Candidate number", detail: <strong>{candidateNumber}</strong> },
  { term: "Test", detail: <strong>{title}</strong> },
  { term: "Centre", detail: `${centre}, ${room}, seat ${seat}` },
  { term: "Start", detail: shortTimeOfDay(startsAt) },
  { term: "Time allowed", detail: clockWords(allowance) },
  ...(arrangements.length > 0 ? [{ term: "Arranged for you", detail: arrangements.join(", ") }] : []),
];

function NotMe({ onBack }: { readonly onBack: () => void }) {
  return (
    <CalmScreen
      title="Please raise your hand"
      lead="Do not go on. Tell the invigilator what is wrong: they will put it right before anything starts."
      icon={<PersonIcon />}
    >
      <div className="flex flex-wrap gap-3">
        <Button variant="quiet" onClick={onBack}>
          Look at the details again
        </Button>
        <SignOutButton />
      </div>
    </CalmScreen>
  );
}
