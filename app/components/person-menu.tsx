import { type KeyboardEvent, type ReactNode, useRef } from "react";
import { PersonIcon } from "./icons.tsx";

type Props = { readonly name: string; readonly role?: string; readonly children?: ReactNode };

/** Who is signed in, and what they can do about it. A disclosure of links, not an ARIA menu. */
export function PersonMenu({ name, role, children }: Props) {
  const details = useRef<HTMLDetailsElement>(null);
  const close = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !details.current?.open) return;
    details.current.open = false;
    details.current.querySelector("summary")?.focus();
  };
  return (
    <details ref={details} className="relative" onKeyDown={close}>
      <summary className="flex list-none items-center gap-2 rounded-md px-2 py-1.5 hover:bg-sunken">
        <span className="grid size-8 place-items-center rounded-full bg-accent-soft text-accent">
          <PersonIcon />
        </span>
        <span className="grid text-sm leading-tight">
          <span className="font-bold">{name}</span>
          {role && <span className="text-ink-soft">{role}</span>}
        </span>
      </summary>
      <div className="absolute end-0 z-30 mt-1 grid min-w-56 gap-3 rounded-md border border-line-strong bg-raised p-4 shadow-raised">
        {children}
      </div>
    </details>
  );
}
