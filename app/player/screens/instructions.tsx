import type { ReactNode } from "react";
import { Button } from "../../components/button.tsx";
import { clockWords } from "../../components/clock-words.ts";
import { ClockIcon, FlagIcon, PersonIcon, RightIcon, SendIcon, TickIcon } from "../../components/icons.tsx";
import { Panel } from "../../components/panel.tsx";
import type { Room } from "../room.ts";
import { CalmScreen } from "./calm-screen.tsx";
import { whoOf } from "./who.ts";

type Props = { readonly room: Room; readonly onRead: () => void; readonly onPractice: () => void };

export function Instructions({ room, onRead, onPractice }: Props) {
  return (
    <CalmScreen title="How your test works" who={whoOf(room)} lead={room.title}>
      <Panel>
        <ul className="grid gap-4">
          <Line icon={<ClockIcon />}>
            You have <strong>{clockWords(room.allowance)}</strong> for {room.items} questions worth {room.marks} marks.
            The clock starts when the invigilator starts it. You are told at 10, 5 and 1 minutes, and you can hide the
            clock.
          </Line>
          <Line icon={<RightIcon />}>
            Answer in any order. Move with <strong>Previous</strong> and <strong>Next</strong>, or choose a question by
            its number.
          </Line>
          <Line icon={<FlagIcon />}>
            <strong>Flag</strong> a question to come back to it. A flag changes nothing else.
          </Line>
          <Line icon={<TickIcon />}>
            You never need to save. A line at the top says how many answers are safe. If the network fails, keep
            working: your answers stay on this computer until it is back.
          </Line>
          <Line icon={<SendIcon />}>
            When you have finished, look through your answers and submit. If time runs out first, your test is submitted
            for you with everything you have answered.
          </Line>
          <Line icon={<PersonIcon />}>
            Phones, watches, earphones and notes must be out of reach. If you need anything, or something does not work,
            <strong> raise your hand</strong>.
          </Line>
        </ul>
      </Panel>
      <div className="flex flex-wrap gap-3">
        <Button size="large" onClick={onRead}>
          I have read this
        </Button>
        <Button size="large" variant="quiet" onClick={onPractice}>
          Try practice questions
        </Button>
      </div>
    </CalmScreen>
  );
}

function Line({ icon, children }: { readonly icon: ReactNode; readonly children: ReactNode }) {
  return (
    <li className="flex gap-3">
      <span className="mt-[0.1em] text-lg text-accent">{icon}</span>
      <span className="measure">{children}</span>
    </li>
  );
}
