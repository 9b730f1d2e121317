import { Checkbox } from "../../components/checkbox.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Kbd } from "../../components/kbd.tsx";
import type { ExaminerItem } from "../../exam/item/for-examiner.ts";

type Props = {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly item: ExaminerItem;
  readonly lettersOn: boolean;
  readonly onLetters: (on: boolean) => void;
};

/** Every key of the desk, and the switch for those whose tools type letters unasked. */
export function KeysDialog({ open, onClose, item, lettersOn, onLetters }: Props) {
  const figures: readonly (readonly [string, string])[] =
    item.scheme?.kind === "points"
      ? [
          ["1 – 9", "Give or take away the point with that number"],
          ["0", "Nothing that earns a mark"],
        ]
      : [["0 – 9", "Choose that many marks"]];
  const keys: readonly (readonly [string, string])[] = [
    ...figures,
    ["Enter", "Confirm and go on to the next response"],
    ["U", "Undo: bring the last response back"],
    ["N", "Not sure: send it to a senior examiner"],
    ["P", "Pause: put everything back and leave"],
    ["Ctrl Enter", "Confirm while writing a note"],
    ["Esc", "Leave the note"],
    ["?", "Show these keys"],
  ];
  return (
    <Dialog open={open} onClose={onClose} title="Keys">
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2">
        {keys.map(([key, does]) => (
          <div key={key} className="contents">
            <dt>
              <Kbd>{key}</Kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <Checkbox
        label="Use single letters and figures"
        hint="Switch them off if a tool you use types letters by itself. Enter goes on working."
        checked={lettersOn}
        onChange={(event) => onLetters(event.currentTarget.checked)}
      />
    </Dialog>
  );
}
