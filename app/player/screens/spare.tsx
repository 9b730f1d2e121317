import { type FormEvent, useEffect, useRef } from "react";
import { Button } from "../../components/button.tsx";
import { Field } from "../../components/field.tsx";
import { FormErrors } from "../../components/form-errors.tsx";
import { DesksIcon, OfflineIcon, PersonIcon } from "../../components/icons.tsx";
import { Panel } from "../../components/panel.tsx";
import { Status } from "../../components/status.tsx";
import { useAskBeforeLeaving } from "../../components/use-ask-before-leaving.ts";
import { type SpareDesk, useSpare } from "../copy/use-spare.ts";
import { Exam } from "../exam.tsx";
import { CalmScreen } from "./calm-screen.tsx";

type Props = {
  readonly pass: string;
  /** What this computer is called in its room. */
  readonly name: string;
  readonly room: string;
  readonly title: string;
  /** Told whether the page must not be left now. */
  readonly onMustStay: (mustStay: boolean) => void;
};

/** A computer that waits for a test whose own computer has died, and then is that test's computer. */
export function Spare({ pass, name, room, title, onMustStay }: Props) {
  const desk = useSpare(pass, name);
  const hasTest = desk.at.stage === "moved-in";
  const mustStay = desk.cutOff && !hasTest;
  useAskBeforeLeaving(mustStay);
  useEffect(() => {
    if (!hasTest) onMustStay(mustStay);
  }, [onMustStay, mustStay, hasTest]);
  const where = `${title} · ${room}`;
  switch (desk.at.stage) {
    case "moved-in":
      return <Exam room={desk.at.room} onMustStay={onMustStay} />;
    case "slip":
      return <TypeSlip desk={desk} />;
    case "ready":
      return (
        <CalmScreen
          title={`This is ${name}`}
          lead="Leave this page open. When a computer in the room breaks down and the server cannot be reached, the invigilator brings its learner here."
          who={where}
          icon={<DesksIcon />}
        >
          <Panel>
            <Status tone="good" wrap>
              Ready, with the board on the line
            </Status>
          </Panel>
        </CalmScreen>
      );
    case "alone":
      return (
        <CalmScreen
          title="Not ready yet"
          lead="This computer looks for the invigilator’s board. Open the board of this room on the invigilator’s computer; it must be there before the server goes."
          who={where}
          icon={<OfflineIcon />}
        >
          <Panel>
            <Status tone="warn" wrap>
              No board is on the line
            </Status>
          </Panel>
        </CalmScreen>
      );
  }
}

const asWritten = { autoComplete: "off", autoCapitalize: "characters", autoCorrect: "off", spellCheck: false } as const;

function TypeSlip({ desk }: { readonly desk: SpareDesk }) {
  const number = useRef<HTMLInputElement>(null);
  const keycode = useRef<HTMLInputElement>(null);
  const open = (event: FormEvent) => {
    event.preventDefault();
    if (desk.opening) return;
    desk.open({ candidateNumber: number.current?.value ?? "", keycode: keycode.current?.value ?? "" });
  };
  return (
    <CalmScreen
      title="Go on with your test here"
      lead="Type what is on your slip. Your test goes on at the same question, with your answers and the time you have left."
      icon={<PersonIcon />}
    >
      <Panel>
        <form className="grid gap-5" noValidate onSubmit={open}>
          {desk.words && <FormErrors title="Your test is not open yet" errors={[{ message: desk.words }]} />}
          <Field ref={number} label="Candidate number" name="candidateNumber" width="short" required {...asWritten} />
          <Field
            ref={keycode}
            label="Keycode"
            name="keycode"
            hint="Eight letters and digits. Capitals, spaces and dashes do not matter."
            width="medium"
            className="[&_input]:text-xl [&_input]:tracking-[0.12em] [&_input]:uppercase"
            required
            {...asWritten}
          />
          <div>
            <Button type="submit" size="large" busy={desk.opening && "Opening your test"}>
              Go on here
            </Button>
          </div>
        </form>
      </Panel>
    </CalmScreen>
  );
}
