import { Button } from "../../components/button.tsx";
import { clockFace } from "../../components/clock-words.ts";
import { Disclosure } from "../../components/disclosure.tsx";
import { Field } from "../../components/field.tsx";
import { RadioGroup } from "../../components/radio-group.tsx";
import { lateChoices, lateChoiceWords } from "../../exam/invigilation/late-answers.ts";
import type { Seat } from "../../live/contract.ts";
import { clockInLondon } from "../london-time.ts";
import { clockSeconds } from "./room-time.ts";
import type { Act } from "./use-act.tsx";

/** What arrived after the end, and what was decided about it. */
export function LateAnswers({ seat }: { readonly seat: Seat }) {
  const { answers, decision } = seat.late;
  if (answers.length === 0) return null;
  return (
    <section aria-labelledby="late-heading" className="grid gap-1.5 text-sm">
      <h3 id="late-heading" className="text-base">
        Arrived after the end
      </h3>
      <p>Kept, and not marked. The time left is what the learner's computer showed when it was written.</p>
      <ul className="grid gap-0.5 tabular">
        {answers.map(({ number, left, arrivedAt }) => (
          <li key={number}>
            <span className="font-bold">Question {number}</span>: written with {clockFace(left)} left, arrived{" "}
            {clockSeconds(arrivedAt)}
          </li>
        ))}
      </ul>
      {decision && (
        <p>
          <span className="font-bold">{lateChoiceWords[decision.choice]}.</span> {decision.why} ({decision.by},{" "}
          {clockInLondon(decision.at)})
        </p>
      )}
    </section>
  );
}

/** The invigilator was there: what they saw decides whether it should count. */
export function DecideOnLate({ seat, act }: { readonly seat: Seat; readonly act: Act }) {
  const options = lateChoices.map((value) => ({ value, label: lateChoiceWords[value] }));
  const { Form } = act;
  return (
    <Disclosure summary="Decide on what arrived late">
      <Form method="post" className="grid justify-items-start gap-3">
        <input type="hidden" name="intent" value="late" />
        <input type="hidden" name="attempt" value={seat.attempt} />
        <p className="text-sm">
          It goes into the sitting's report, for the awarding organisation. It cannot be changed.
        </p>
        <RadioGroup legend="What arrived late" name="choice" options={options} required />
        <Field
          id="late-why"
          name="why"
          label="Why"
          hint="For example: the network was down from 10:40, and the learner stopped when told"
          required
          minLength={3}
          maxLength={500}
          width="full"
          className="w-full"
          autoComplete="off"
        />
        <Button type="submit" size="small" busy={act.busy && "Sending…"}>
          Write it down
        </Button>
      </Form>
    </Disclosure>
  );
}
