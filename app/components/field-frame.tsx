import { type ReactNode, useId } from "react";
import { classNames } from "./class-names.ts";
import { WarnIcon } from "./icons.tsx";

export type FieldWords = {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** What is wrong and how to put it right, in a sentence. */
  readonly error?: ReactNode;
  /** Says so beside the label: most fields are required, so the exception is named. */
  readonly optional?: boolean;
};

type Control = {
  readonly id: string;
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": true | undefined;
};

/** Label, hint and error around one control; the control is told their ids. */
export function FieldFrame({
  id: given,
  label,
  hint,
  error,
  optional,
  className,
  children,
}: FieldWords & {
  readonly id: string | undefined;
  readonly className?: string | undefined;
  readonly children: (control: Control) => ReactNode;
}) {
  const made = useId();
  const id = given ?? made;
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined;
  return (
    <div className={classNames("grid gap-1.5 content-start", className)}>
      <label htmlFor={id} className="font-bold">
        {label}
        {optional && <span className="font-normal text-ink-soft"> (optional)</span>}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-ink-soft measure">
          {hint}
        </p>
      )}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      {children({ id, "aria-describedby": described, "aria-invalid": error ? true : undefined })}
    </div>
  );
}

export function FieldError({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  return (
    <p id={id} className="text-sm font-bold text-bad">
      <WarnIcon label="Error:" className="me-1" />
      {children}
    </p>
  );
}
