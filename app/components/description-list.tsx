import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

type Props = {
  readonly items: readonly { readonly term: string; readonly detail: ReactNode }[];
  readonly layout?: "rows" | "columns";
};

/** Facts with their names. */
export function DescriptionList({ items, layout = "rows" }: Props) {
  const rows = layout === "rows";
  return (
    <div className="@container">
      <dl
        className={classNames(
          "grid",
          rows ? "gap-0" : "grid-cols-[repeat(auto-fill,minmax(11rem,1fr))] gap-x-6 gap-y-4",
        )}
      >
        {items.map((item) => (
          <div
            key={item.term}
            className={classNames(
              rows && "grid gap-x-6 border-b border-line py-2 last:border-b-0 @md:grid-cols-[minmax(9rem,1fr)_2fr]",
            )}
          >
            <dt className={classNames("text-ink-soft", !rows && "text-sm")}>{item.term}</dt>
            <dd className="tabular">{item.detail}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
