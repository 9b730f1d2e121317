import { type ReactNode, useId } from "react";
import { classNames } from "./class-names.ts";
import { FieldError } from "./field-frame.tsx";

export type RadioOption = {
  readonly value: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly disabled?: boolean;
};

type Props = {
  readonly legend: ReactNode;
  readonly name: string;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
  readonly options: readonly RadioOption[];
  readonly value?: string;
  readonly defaultValue?: string;
  readonly onChange?: (value: string) => void;
  /** Side by side, for two or three short words. */
  readonly inline?: boolean;
  readonly required?: boolean;
};

/** One choice of a few, all of them in sight. */
export function RadioGroup({
  legend,
  name,
  hint,
  error,
  options,
  value,
  defaultValue,
  onChange,
  inline,
  required,
}: Props) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined;
  return (
    <fieldset aria-describedby={described} className="min-w-0">
      <legend className="font-bold mb-1.5">{legend}</legend>
      {hint && (
        <p id={`${id}-hint`} className="mb-1.5 text-sm text-ink-soft measure">
          {hint}
        </p>
      )}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      <div className={classNames("flex gap-x-6 gap-y-0.5", inline ? "flex-wrap" : "flex-col")}>
        {options.map((option, at) => (
          <div key={option.value}>
            <label className="flex items-start gap-2.5 py-1">
              <input
                type="radio"
                // The first one carries the name as its id, so that a list of errors can point at the group.
                id={at === 0 ? name : undefined}
                name={name}
                value={option.value}
                disabled={option.disabled}
                required={required}
                aria-describedby={option.hint ? `${id}-${at}` : undefined}
                {...(onChange
                  ? { checked: value === option.value, onChange: () => onChange(option.value) }
                  : { defaultChecked: (defaultValue ?? value) === option.value })}
                className="mt-[0.2em] size-[1.2em] shrink-0"
              />
              <span>{option.label}</span>
            </label>
            {option.hint && (
              <p id={`${id}-${at}`} className="ps-8 text-sm text-ink-soft measure">
                {option.hint}
              </p>
            )}
          </div>
        ))}
      </div>
    </fieldset>
  );
}
