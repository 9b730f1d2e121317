import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Field } from "../../components/field.tsx";
import { ClockIcon } from "../../components/icons.tsx";
import { Notice } from "../../components/notice.tsx";
import type { Board } from "../../live/contract.ts";
import type { LostLine } from "../../store/views/lost-time.ts";
import { useFocusStays } from "./act-dialog.tsx";
import { formOf, useDraft } from "./drafts.ts";
import { LostTable } from "./lost-table.tsx";
import { policyWords } from "./lost-words.ts";
import { newOrderKey, useOrderKey } from "./order-key.ts";
import type { RoomPart } from "./room-actions.tsx";
import { ToldLine } from "./told-line.tsx";
import { useAct } from "./use-act.tsx";
import { useLostList } from "./use-lost-list.ts";

/** Whoever lost time that is not made up yet. */
export const toMakeUp = ({ seats }: Pick<Board, "seats">) => seats.filter(({ lostTime }) => lostTime > 0);

/** Everybody who lost time, what it comes to, and one press to give it back to all of them or to some. */
export function LostTime({ board, onDone }: RoomPart) {
  const [open, setOpen] = useState(false);
  const affected = toMakeUp(board);
  // Whenever the board says that somebody lost more, or was given it back.
  const losses = affected.map(({ attempt, lostTime }) => `${attempt} ${lostTime}`).join(" ");
  const { list, state } = useLostList(board.sitting.id, open ? losses : null);
  const offered = board.sitting.phase === "open";
  useFocusStays(offered || open);
  if (!offered && !open) return null;
  return (
    <>
      <Button
        size="small"
        variant={affected.length > 0 ? "primary" : "quiet"}
        icon={<ClockIcon />}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        Lost time{affected.length > 0 && ` (${affected.length})`}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title="Lost time" width="wide">
        {state === "unheard" && (
          <Notice tone="warn" title="The server does not answer" live>
            Lost time is worked out there. The list comes by itself as soon as the server is back; nothing that was lost
            is forgotten meanwhile.
          </Notice>
        )}
        {list === null ? (
          state !== "unheard" && <p className="text-ink-soft">Working it out…</p>
        ) : (
          <>
            <p className="measure text-sm">{policyWords(list.policy)}</p>
            <MakeUp lines={list.lines} reading={state !== "idle"} onDone={onDone} />
          </>
        )}
      </Dialog>
    </>
  );
}

const learners = (count: number) => `${count} ${count === 1 ? "learner" : "learners"}`;

type MakeUpProps = Pick<RoomPart, "onDone"> & {
  readonly lines: readonly LostLine[];
  /** The list is being read anew: what is on the screen may not be what would be given. */
  readonly reading: boolean;
};

function MakeUp({ lines, reading, onDone }: MakeUpProps) {
  const open = lines.filter(({ proposed, phase }) => proposed > 0 && (phase === "running" || phase === "paused"));
  // As ticked and unticked here. The list is read again while it is looked at, and says no more than what was proposed.
  const [ticks, setTicks] = useState<Readonly<Record<string, boolean>>>({});
  const chosen = open.filter((line) => ticks[tickOf(line)] ?? isTicked(line)).map(attemptOf);
  const first = useOrderKey();
  const [next, setNext] = useState<string | null>(null);
  const { fields, change } = useDraft(formOf("make-up"), { why: "Time lost through no fault of the learner" });
  const act = useAct({
    show: true,
    onDone: (told) => {
      setTicks({});
      setNext(newOrderKey());
      onDone(told);
    },
  });
  const { Form } = act;
  const choose = (wanted: readonly string[]) =>
    setTicks((before) => ({
      ...before,
      ...Object.fromEntries(
        open
          .filter(({ attempt }) => wanted.includes(attempt) !== chosen.includes(attempt))
          .map((line) => [tickOf(line), wanted.includes(line.attempt)]),
      ),
    }));
  const total = open.filter(({ attempt }) => chosen.includes(attempt)).reduce((sum, { proposed }) => sum + proposed, 0);
  return (
    <Form method="post" className="grid gap-4">
      <input type="hidden" name="intent" value="make-up" />
      <input type="hidden" name="key" value={next ?? first} />
      <input type="hidden" name="attempts" value={chosen.join(" ")} />
      <LostTable lines={lines} choosing={{ open: open.map(attemptOf), chosen, onChoose: choose }} />
      {open.length > 0 && (
        <Field
          id="make-up-why"
          name="why"
          label="Why"
          value={fields.why}
          onChange={(event) => change({ why: event.currentTarget.value })}
          required
          minLength={3}
          maxLength={500}
          width="full"
          autoComplete="off"
        />
      )}
      <ToldLine busy={act.busy} told={act.told?.ok ? null : act.told} />
      {open.length > 0 && (
        <div>
          <Button type="submit" disabled={chosen.length === 0 || reading} busy={act.busy && "Sending…"}>
            Give {learners(chosen.length)} {Math.round(total / 60_000)} minutes in all
          </Button>
        </div>
      )}
    </Form>
  );
}

const attemptOf = ({ attempt }: LostLine) => attempt;
/** Somebody may have given time by hand for the same loss: whoever looks decides that, and nothing is ticked for them. */
const isTicked = ({ given }: LostLine) => !given.some(isByHand);
/** A tick is for what was known when it was set. */
const tickOf = ({ attempt, given }: LostLine) => `${attempt} ${given.filter(isByHand).length}`;
const isByHand = ({ source }: LostLine["given"][number]) => source === "granted";
