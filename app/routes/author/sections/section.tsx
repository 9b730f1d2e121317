import { type ReactNode, useId } from "react";
import { FieldError } from "../../../components/field-frame.tsx";

type Props = {
  readonly id: string;
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly error?: string | undefined;
  readonly children: ReactNode;
};

/** A part of the editor. A fault that belongs to all of it stands under its title, and its id is where the fault leads. */
export function Section({ id, title, lead, actions, error, children }: Props) {
  const heading = useId();
  return (
    <section
      id={id}
      tabIndex={-1}
      aria-labelledby={heading}
      className="scroll-mt-28 rounded-lg border border-line bg-surface px-5 py-4 shadow-raised outline-offset-0"
    >
      <header className="mb-3 flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="grid min-w-0 gap-0.5">
          <h2 id={heading} className="text-lg">
            {title}
          </h2>
          {lead && <p className="measure text-sm text-ink-soft">{lead}</p>}
        </div>
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </header>
      {error && (
        <div className="mb-3">
          <FieldError id={`${id}-fault`}>{error}</FieldError>
        </div>
      )}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">{children}</div>
    </section>
  );
}
