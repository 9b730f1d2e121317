import { forwardRef, type SelectHTMLAttributes } from "react";
import { FieldFrame, type FieldWords } from "./field-frame.tsx";

export type Option = { readonly value: string; readonly label: string; readonly disabled?: boolean };

type Props = Omit<SelectHTMLAttributes<HTMLSelectElement>, "children"> &
  FieldWords & {
    readonly options: readonly Option[];
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
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  );
});
