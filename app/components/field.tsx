import { forwardRef, type InputHTMLAttributes, type ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { FieldFrame, type FieldWords } from "./field-frame.tsx";

type Props = Omit<InputHTMLAttributes<HTMLInputElement>, "prefix" | "width"> &
  FieldWords & {
    /** Fixed words before or after what is typed, such as a unit. */
    readonly prefix?: ReactNode;
    readonly suffix?: ReactNode;
    /** As wide as what is expected, which tells people how much to write. */
    readonly width?: "short" | "medium" | "full";
  };

const widths = { short: "max-w-44", medium: "max-w-96", full: "" };

/** One line to write in. The `name` is its id unless an `id` is given. */
export const Field = forwardRef<HTMLInputElement, Props>(function Field(
  { label, hint, error, optional, prefix, suffix, width = "medium", className, id, ...input },
  ref,
) {
  return (
    <FieldFrame id={id ?? input.name} {...{ label, hint, error, optional, className }}>
      {(control) => (
        <div className={classNames("flex items-center gap-2", widths[width])}>
          {prefix && <span className="text-ink-soft">{prefix}</span>}
          <input ref={ref} {...input} {...control} className="control min-w-0" />
          {suffix && <span className="text-ink-soft">{suffix}</span>}
        </div>
      )}
    </FieldFrame>
  );
});
