import { Button } from "../../components/button.tsx";
import { Notice } from "../../components/notice.tsx";
import { RadioGroup } from "../../components/radio-group.tsx";
import { Badge } from "../../components/status.tsx";
import { type AsideAnswer, type AsideLine, statementWords } from "../../exam/invigilation/aside-seat.ts";
import { statements } from "../../exam/proof/set-aside.ts";
import type { Seat } from "../../live/contract.ts";
import { clockInLondon } from "../london-time.ts";
import { clockSeconds } from "./room-time.ts";
import { Fold, SeatForm, Send, useSeatDraft, Why } from "./seat-form.tsx";
import type { Act } from "./use-act.tsx";

type NoticeProps = { readonly seats: readonly Seat[]; readonly onOpen: (attempt: string) => void };

/** For the whole room, also once the sitting has ended: whose answers came late or were left behind, and what becomes of them. */
export function AsideNotice({ seats, onOpen }: NoticeProps) {
  const unsaid = seats.filter((seat) => seat.phase !== "voided" && hasUnsaid(seat));
  if (unsaid.length === 0) return null;
  return (
    <Notice
      tone="warn"
      title={
        unsaid.length === 1
          ? "Answers of one learner were set aside"
          : `Answers of ${unsaid.length} learners were set aside`
      }
      actions={unsaid.slice(0, mostOffered).map((seat) => (
        <Button key={seat.attempt} size="small" variant="quiet" onClick={() => onOpen(seat.attempt)}>
          Seat {seat.seat}, {seat.name}
        </Button>
      ))}
    >
      They came after the end, or from a computer the learner had left. They are safe, and not marked. Say at the seat
      whether they should count; the awarding organisation decides.
      {unsaid.length > mostOffered && ` The first ${mostOffered} of them, by seat:`}
    </Notice>
  );
}

/** When they are many, the next come up as the first are dealt with. */
const mostOffered = 12;

/** Where a question has two answers: when and where each was written, never what it says. */
export function AnswersAside({ seat }: { readonly seat: Seat }) {
  const { questions, statement } = seat.setAside;
  if (questions.length === 0) return null;
  return (
    <section aria-labelledby="aside-heading" className="grid gap-2 text-sm">
      <h3 id="aside-heading" className="text-base">
        Answers set aside
      </h3>
      <p>
        They came after the end, or from a computer the learner had left. All are kept and none is mixed in. The
        awarding organisation reads them and decides which is marked.
      </p>
      <ul className="grid gap-3">
        {questions.map((question) => (
          <li key={question.number} className="border-s-4 border-line-strong ps-3">
            <Question question={question} />
          </li>
        ))}
      </ul>
      {statement && (
        <p>
          <span className="font-bold">{statementWords[statement.choice]}.</span> {statement.why} ({statement.by},{" "}
          {clockInLondon(statement.at)})
        </p>
      )}
    </section>
  );
}

function Question({ question: { number, counted, aside, decided } }: { readonly question: AsideLine }) {
  return (
    <>
      <p className="flex flex-wrap items-baseline justify-between gap-x-3">
        <span className="font-bold">Question {number}</span>
        {decided !== null && <Badge tone="info">Decided: {decided === "counted" ? "as it stood" : "set aside"}</Badge>}
      </p>
      <ul className="grid gap-0.5 tabular">
        {aside.map((answer) => (
          <li key={answer.position}>
            {placeWords(answer)}: {writtenWords(answer)}, arrived {clockSeconds(answer.receivedAt)}
          </li>
        ))}
        <li>
          As it stands:{" "}
          {counted === null ? "nothing was written" : `${writtenWords(counted)}, on computer ${counted.desk}`}
        </li>
      </ul>
    </>
  );
}

const placeWords = ({ from, desk }: AsideAnswer) => (from === "late" ? "After the end" : `Left on computer ${desk}`);

const writtenWords = ({ writtenAt, words }: AsideAnswer) =>
  [`written ${clockSeconds(writtenAt)}`, words !== null && `${words} ${words === 1 ? "word" : "words"}`]
    .filter(Boolean)
    .join(", ");

/** The invigilator was there: what they saw is before the eyes of whoever decides. */
export function SpeakOnAside({ seat, act }: { readonly seat: Seat; readonly act: Act }) {
  const options = statements.map((value) => ({ value, label: statementWords[value] }));
  const { fields, change, isBegun } = useSeatDraft("aside", seat, { choice: "", why: "" });
  return (
    <Fold summary="Say whether it should count" isBegun={isBegun}>
      <SeatForm intent="aside" seat={seat} act={act}>
        <p className="text-sm">
          It goes to the awarding organisation, which decides, and into the sitting's report. It cannot be changed.
        </p>
        <RadioGroup
          legend="What was set aside"
          name="choice"
          options={options}
          required
          value={fields.choice}
          onChange={(choice) => change({ choice })}
        />
        <Why
          id="aside-why"
          hint="For example: the network was down from 10:40, and the learner stopped when told"
          value={fields.why}
          onWrite={(why) => change({ why })}
        />
        <Send intent="aside" act={act}>
          Write it down
        </Send>
      </SeatForm>
    </Fold>
  );
}

/** There is something to say as long as an answer has come that nobody has spoken of or decided about. */
export const hasUnsaid = ({ setAside: { unsaid } }: Pick<Seat, "setAside">) => unsaid.late + unsaid.stranded > 0;
