import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { Field } from "../../components/field.tsx";
import { Status } from "../../components/status.tsx";
import { keyboardFrom, lineToType } from "../../exam/invigilation/readiness/keyboard.ts";
import type { Reported } from "../../exam/invigilation/readiness/measured.ts";

type Keyboard = Reported["keyboard"];

/** A line with the signs that are wrong first when a computer is set to another country's keyboard. */
export function KeyboardTry({ onTried }: { readonly onTried: (keyboard: Keyboard) => void }) {
  const [typed, setTyped] = useState("");
  const [tried, setTried] = useState<Keyboard>("untried");
  const compare = () => {
    const found = keyboardFrom(typed);
    setTried(found);
    onTried(found);
  };
  return (
    <form
      className="grid gap-3"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        compare();
      }}
    >
      <p className="rounded-md bg-sunken px-3 py-2 text-lg font-bold select-none">{lineToType}</p>
      <Field
        label="Type the line above"
        name="typed"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        error={tried === "wrong" ? "That is not the same line. Try once more, key by key." : undefined}
        autoComplete="off"
        autoCorrect="off"
        autoCapitalize="off"
        spellCheck={false}
      />
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" variant="quiet">
          Compare
        </Button>
        <span role="status">{tried === "right" && <Status tone="good">The keyboard is right</Status>}</span>
      </div>
    </form>
  );
}
