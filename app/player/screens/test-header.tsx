import type { ReactNode } from "react";
import { LookButton } from "./look-button.tsx";

type Props = {
  readonly title: string;
  readonly who: string;
  readonly safe?: ReactNode;
  readonly time?: ReactNode;
  readonly actions?: ReactNode;
};

/**
 * Whose test, what is safe, how long: side by side where there is room. What is to be said of saving may then be long and takes
 * two lines there: the question below must not move from under the pointer when the network goes.
 */
export function TestHeader({ title, who, safe, time, actions }: Props) {
  return (
    <header className="border-b border-line bg-surface">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-1 px-4 py-2 @[53rem]/player:flex-nowrap @[53rem]/player:px-6 @[53rem]/player:py-1.5">
        <div className="min-w-0 flex-1 basis-60">
          <p className="truncate font-bold leading-tight">{title}</p>
          <p className="truncate text-sm text-ink-soft leading-tight">{who}</p>
        </div>
        {safe && (
          <div className="order-last basis-full @[53rem]/player:order-none @[53rem]/player:max-w-96 @[53rem]/player:basis-auto">
            {safe}
          </div>
        )}
        <div className="flex flex-wrap items-center gap-2 @[53rem]/player:shrink-0 @[53rem]/player:flex-nowrap">
          {time}
          {actions}
          <LookButton />
        </div>
      </div>
    </header>
  );
}
