import type { ReactNode } from "react";

type Props = {
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  readonly icon?: ReactNode;
};

/** Nothing here yet: why that is, and what to do about it. */
export function EmptyState({ title, children, actions, icon }: Props) {
  return (
    <div className="grid justify-items-center gap-2 px-6 py-12 text-center">
      {icon && <span className="text-3xl text-ink-soft">{icon}</span>}
      <p className="text-lg font-bold">{title}</p>
      {children && <div className="text-ink-soft measure">{children}</div>}
      {actions && <div className="mt-2 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  );
}
