import { type ReactNode, useEffect, useId, useRef } from "react";
import { classNames } from "./class-names.ts";
import { CrossIcon } from "./icons.tsx";

type Props = {
  readonly open: boolean;
  /** Escape and the cross ask for this; the owner decides. */
  readonly onClose: () => void;
  readonly title: ReactNode;
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
  readonly width?: "narrow" | "wide";
};

/** The browser's own modal dialog: it holds the focus and gives it back to where it was. */
export function Dialog({ open, onClose, title, actions, children, width = "narrow" }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const element = dialog.current;
    if (open && !element?.open) element?.showModal();
    if (!open && element?.open) element.close();
  }, [open]);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      className={classNames(
        "m-auto w-[calc(100%-2rem)] rounded-lg border border-line-strong bg-raised text-ink shadow-raised",
        width === "narrow" ? "max-w-[34rem]" : "max-w-[60rem]",
      )}
    >
      {open && (
        <div className="grid gap-4 p-6">
          <h2 id={heading} className="pe-10 text-xl">
            {title}
          </h2>
          {children}
          {actions && <div className="mt-1 flex flex-wrap gap-3">{actions}</div>}
          {/* Last in order, so that the focus goes first to what the dialog is about. */}
          <button
            type="button"
            aria-label="Close"
            onClick={onClose}
            className="absolute end-3 top-3 grid size-10 place-items-center rounded-md text-ink-soft hover:bg-sunken hover:text-ink"
          >
            <CrossIcon />
          </button>
        </div>
      )}
    </dialog>
  );
}
