import type { ReactNode } from "react";

/** A key to press. */
export function Kbd({ children }: { readonly children: ReactNode }) {
  return (
    <kbd className="rounded-sm border border-line-strong border-b-2 bg-raised px-1.5 py-px font-sans text-[0.85em] whitespace-nowrap">
      {children}
    </kbd>
  );
}
