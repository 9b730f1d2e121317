import { LinkButton } from "./button.tsx";
import { LeftIcon, RightIcon } from "./icons.tsx";

type Props = {
  readonly page: number;
  readonly pages: number;
  readonly href: (page: number) => string;
  readonly label?: string;
};

/** One step back or on through a long list; nothing when there is one page. */
export function Pagination({ page, pages, href, label = "Pages" }: Props) {
  if (pages <= 1) return null;
  return (
    <nav aria-label={label} className="flex flex-wrap items-center gap-x-4 gap-y-2">
      {page > 1 && (
        <LinkButton href={href(page - 1)} variant="quiet" size="small" icon={<LeftIcon />}>
          Earlier
        </LinkButton>
      )}
      <p className="text-sm tabular text-ink-soft">
        Page {page} of {pages}
      </p>
      {page < pages && (
        <LinkButton href={href(page + 1)} variant="quiet" size="small">
          Later <RightIcon />
        </LinkButton>
      )}
    </nav>
  );
}
