import { type ElementType, type FormEvent, type ReactNode, useId, useState } from "react";
import { Button, type ButtonSize, type ButtonVariant } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { TextArea } from "./text-area.tsx";

type Props = {
  readonly label: ReactNode;
  /** The question, as a question. */
  readonly title: ReactNode;
  /** What will happen, in words, before it happens. */
  readonly consequences: ReactNode;
  readonly confirmLabel?: ReactNode;
  readonly cancelLabel?: ReactNode;
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
  readonly icon?: ReactNode;
  readonly disabled?: boolean;
  readonly busy?: boolean | string;
  readonly reason?: {
    readonly label: ReactNode;
    readonly name?: string;
    readonly hint?: ReactNode;
    readonly required?: boolean;
    /** In characters. */
    readonly maxLength?: number;
    /** What has been written so far, where it is kept elsewhere and outlives the button. */
    readonly written?: string;
    readonly onWrite?: (reason: string) => void;
  };
  readonly onConfirm?: (reason: string) => void;
  /** A form that is sent on confirming; `as` may be a router's own form. */
  readonly form?: {
    readonly action?: string;
    readonly method?: "post" | "get";
    readonly fields?: Readonly<Record<string, string>>;
    readonly as?: ElementType;
  };
};

/**
 * A button for what cannot be undone: it asks first, says what will happen and, where wanted, asks why. The reason is still there
 * when it is asked again, until the button is gone or is for something else: an answer may have been a refusal, or none.
 */
export function ConfirmButton(props: Props) {
  const {
    label,
    title,
    consequences,
    confirmLabel = label,
    cancelLabel = "Cancel",
    variant = "quiet",
    reason,
    form,
  } = props;
  const [open, setOpen] = useState(false);
  const [missing, setMissing] = useState(false);
  const [own, setOwn] = useState("");
  const written = reason?.written ?? own;
  const what = `${props.title} ${JSON.stringify(form?.fields)}`;
  const [before, setBefore] = useState(what);
  if (what !== before) {
    setBefore(what);
    setOwn("");
  }
  const id = useId();
  const Form: ElementType = form?.as ?? "form";

  const close = () => {
    setOpen(false);
    setMissing(false);
  };
  const confirm = (event: FormEvent<HTMLFormElement>) => {
    const words = written.trim();
    if (reason?.required && words === "") {
      event.preventDefault();
      setMissing(true);
      document.getElementById(id)?.focus();
      return;
    }
    if (!form) event.preventDefault();
    props.onConfirm?.(words);
    // The form must still stand in the page while the browser reads it.
    queueMicrotask(close);
  };

  return (
    <>
      <Button
        variant={variant}
        size={props.size}
        icon={props.icon}
        disabled={props.disabled}
        busy={props.busy}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {label}
      </Button>
      <Dialog open={open} onClose={close} title={title}>
        <Form
          method={form?.method ?? "post"}
          action={form?.action}
          onSubmit={confirm}
          noValidate
          className="grid gap-4"
        >
          <div className="measure">{consequences}</div>
          {Object.entries(form?.fields ?? {}).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          {reason && (
            <TextArea
              id={id}
              name={reason.name ?? "reason"}
              label={reason.label}
              hint={reason.hint}
              optional={!reason.required}
              required={reason.required}
              error={missing && "Write a reason first"}
              rows={3}
              maxLength={reason.maxLength}
              value={written}
              onChange={(event) => (reason.onWrite ?? setOwn)(event.target.value)}
            />
          )}
          <div className="flex flex-wrap gap-3">
            <Button
              type="submit"
              variant={variant === "danger" ? "danger" : "primary"}
              className={variant === "danger" ? "bg-bad! text-bad-ink!" : undefined}
            >
              {confirmLabel}
            </Button>
            <Button variant="quiet" onClick={close}>
              {cancelLabel}
            </Button>
          </div>
        </Form>
      </Dialog>
    </>
  );
}
