import { type HTMLAttributes, type ReactNode, useId } from "react";
import { classNames } from "./class-names.ts";

type Props = Omit<HTMLAttributes<HTMLElement>, "title"> & {
  readonly title?: ReactNode;
  readonly level?: 2 | 3 | 4;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly footer?: ReactNode;
  /** Content reaches the edges, as a table does. */
  readonly flush?: boolean;
};

/** A part of a page that belongs together. */
export function Panel({ title, level = 2, lead, actions, footer, flush, className, children, ...rest }: Props) {
  const id = useId();
  const Heading = `h${level}` as const;
  const headed = Boolean(title ?? actions);
  return (
    <section
      aria-labelledby={title ? id : undefined}
      {...rest}
      className={classNames("rounded-lg border border-line bg-surface shadow-raised min-w-0", className)}
    >
      {headed && (
        <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 px-5 pt-4 pb-3">
          <div className="grid gap-0.5 min-w-0">
            {title && (
              <Heading id={id} className={level === 2 ? "text-xl" : "text-lg"}>
                {title}
              </Heading>
            )}
            {lead && <p className="text-ink-soft measure">{lead}</p>}
          </div>
          {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
        </header>
      )}
      <div
        className={classNames(
          !flush && "px-5 pb-5",
          !flush && !headed && "pt-5",
          flush && headed && "border-t border-line",
        )}
      >
        {children}
      </div>
      {footer && <footer className="border-t border-line px-5 py-3 text-sm text-ink-soft">{footer}</footer>}
    </section>
  );
}
