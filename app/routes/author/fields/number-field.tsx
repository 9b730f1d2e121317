import { type ReactNode, useEffect, useState } from "react";
import { FieldFrame } from "../../../components/field-frame.tsx";

type Props = {
  readonly label: ReactNode;
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly least?: number;
  readonly most?: number;
  readonly step?: number;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly id?: string;
  readonly suffix?: ReactNode;
  readonly className?: string;
  readonly disabled?: boolean;
};

/** A number within bounds. What is being typed may be none yet; the item has the last number that was one. */
export function NumberField(props: Props) {
  const { value, onChange, least = 0, most = 1_000, step = 1, suffix, disabled, id, ...frame } = props;
  const [typed, type] = useState(String(value));
  useEffect(() => type((now) => (now !== "" && Number(now) === value ? now : String(value))), [value]);
  const say = (text: string) => {
    type(text);
    const number = Number(text);
    const fits = text.trim() !== "" && Number.isFinite(number) && number >= least && number <= most;
    if (fits && (step !== 1 || Number.isInteger(number))) onChange(number);
  };
  return (
    <FieldFrame id={id} {...frame}>
      {(control) => (
        <div className="flex items-center gap-2">
          <input
            {...control}
            type="number"
            inputMode="decimal"
            min={least}
            max={most}
            step={step}
            disabled={disabled}
            value={typed}
            onChange={(event) => say(event.currentTarget.value)}
            onBlur={() => type(String(value))}
            className="control w-20!"
          />
          {suffix && <span className="text-ink-soft">{suffix}</span>}
        </div>
      )}
    </FieldFrame>
  );
}
