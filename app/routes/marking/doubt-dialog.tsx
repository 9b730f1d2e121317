import { type FormEvent, useState } from "react";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { RadioGroup } from "../../components/radio-group.tsx";
import { TextArea } from "../../components/text-area.tsx";

/** The first words of the doubt, as the senior examiner reads them. */
const kinds = [
  { value: "Not in the mark scheme", label: "Not in the mark scheme" },
  { value: "Hard to read or understand", label: "Hard to read or understand" },
  { value: "Off the subject", label: "Off the subject" },
  { value: "Offensive", label: "Offensive" },
  {
    value: "Safeguarding",
    label: "Somebody may be at risk",
    hint: "Also tell the safeguarding lead today, by the usual way.",
  },
  { value: "Possible malpractice", label: "Possible malpractice" },
  { value: "Technical", label: "Something went wrong on the screen" },
];

type Props = { readonly open: boolean; readonly onClose: () => void; readonly onSend: (why: string) => void };

/** Not sure: a senior examiner decides, and reads why. */
export function DoubtDialog({ open, onClose, onSend }: Props) {
  const [missing, setMissing] = useState(false);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [kind, words] = [form.get("kind"), String(form.get("words") ?? "").trim()];
    setMissing(kind === null);
    if (kind === null) return;
    onSend(words === "" ? `${kind}.` : `${kind}: ${words}`);
  };
  return (
    <Dialog open={open} onClose={onClose} title="Send this response to a senior examiner">
      <form onSubmit={send} noValidate className="grid gap-4">
        <RadioGroup
          legend="What are you not sure about?"
          name="kind"
          options={kinds}
          error={missing && "Choose one first"}
        />
        <TextArea label="What should they know?" name="words" rows={3} maxLength={800} optional />
        <div className="flex flex-wrap gap-3">
          <Button type="submit">Send to a senior examiner</Button>
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
