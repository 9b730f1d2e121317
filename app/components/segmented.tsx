import { type ReactNode, useId } from "react";
import { classNames } from "./class-names.ts";

type Props<Value extends string> = {
  readonly legend: ReactNode;
  readonly legendHidden?: boolean;
  readonly name?: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly options: readonly { readonly value: Value; readonly label: ReactNode }[];
};

/** A few ways to see the same thing, one at a time: radio buttons side by side. */
export function Segmented<Value extends string>({
  legend,
  legendHidden,
  name,
  value,
  onChange,
  options,
}: Props<Value>) {
  const made = useId();
  return (
    <fieldset className="min-w-0">
      <legend className={legendHidden ? "sr-only" : "mb-1.5 font-bold"}>{legend}</legend>
      <div className="inline-flex flex-wrap rounded-md border-[1.5px] border-line-strong bg-surface p-0.5">
        {options.map((option) => (
          <label
            key={option.value}
            className={classNames(
              "rounded-sm px-3 py-1.5 has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus",
              option.value === value ? "bg-accent font-bold text-accent-ink" : "text-ink hover:bg-sunken",
            )}
          >
            <input
              type="radio"
              name={name ?? made}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              className="sr-only"
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
