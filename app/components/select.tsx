import { forwardRef, type SelectHTMLAttributes } from "react";
import { FieldFrame, type FieldWords } from "./field-frame.tsx";

export type Option = { readonly value: string; readonly label: string; readonly disabled?: boolean };
export type OptionGroup = { readonly label: string; readonly options: readonly Option[] };

type Props = Omit<SelectHTMLAttributes<HTMLSelectElement>, "children"> &
  FieldWords & {
    /** With names, where the list is long enough to need groups. */
    readonly options: readonly (Option | OptionGroup)[];
    /** Words of a first, empty option. */
    readonly empty?: string;
  };

/** One choice from a list, as the computer's own list box. */
export const Select = forwardRef<HTMLSelectElement, Props>(function Select(
  { label, hint, error, optional, className, id, options, empty, ...select },
  ref,
) {
  return (
    <FieldFrame id={id ?? select.name} {...{ label, hint, error, optional, className }}>
      {(control) => (
        <select ref={ref} {...select} {...control} className="control max-w-96">
          {empty !== undefined && <option value="">{empty}</option>}
          {options.map((option) =>
            "options" in option ? (
              <optgroup key={option.label} label={option.label}>
                {option.options.map(choice)}
              </optgroup>
            ) : (
              choice(option)
            ),
          )}
        </select>
      )}
    </FieldFrame>
  );
});

const choice = ({ value, label, disabled }: Option) => (
  <option key={value} value={value} disabled={disabled}>
    {label}
  </option>
);
