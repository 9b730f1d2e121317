import { forwardRef, type InputHTMLAttributes, useId } from "react";
import { classNames } from "./class-names.ts";
import { FieldError, type FieldWords } from "./field-frame.tsx";

/** A yes or no. */
export const Checkbox = forwardRef<
  HTMLInputElement,
  Omit<InputHTMLAttributes<HTMLInputElement>, "type"> & Omit<FieldWords, "optional">
>(function Checkbox({ label, hint, error, className, id: given, ...input }, ref) {
  const made = useId();
  const id = given ?? input.name ?? made;
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined;
  return (
    <div className={classNames("grid gap-1", className)}>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      <label className="flex items-start gap-2.5 py-1">
        <input
          ref={ref}
          {...input}
          id={id}
          type="checkbox"
          aria-describedby={described}
          aria-invalid={error ? true : undefined}
          className="mt-[0.2em] size-[1.2em] shrink-0"
        />
        <span>{label}</span>
      </label>
      {hint && (
        <p id={`${id}-hint`} className="ps-8 text-sm text-ink-soft measure">
          {hint}
        </p>
      )}
    </div>
  );
});
