import { type ReactNode, useId } from "react";
import { useAnnounce } from "../../components/announcer.tsx";
import { Button } from "../../components/button.tsx";
import type { Body } from "../../exam/item/body.ts";
import type { Surroundings } from "./interaction-props.ts";
import { Refused } from "./refusal.tsx";
import { RichText } from "./rich-text.tsx";

type Props = Pick<Surroundings, "disabled" | "pictures" | "labelledBy"> & {
  readonly prompt: Body;
  /** What to do and how many, in words. */
  readonly instructions?: string;
  readonly refused?: string;
  /** What stands below, before any refusal. */
  readonly below?: ReactNode;
  readonly children: ReactNode;
};

/** Prompt, instructions and controls as one named group. */
export function InteractionFrame({
  prompt,
  instructions,
  refused = "",
  below,
  children,
  disabled,
  pictures,
  labelledBy,
}: Props) {
  const id = useId();
  const prompted = prompt.length > 0;
  return (
    <fieldset
      disabled={disabled}
      aria-labelledby={prompted ? `${id}-prompt` : labelledBy}
      aria-describedby={instructions ? `${id}-instructions` : undefined}
      className="@container grid min-w-0 grid-cols-[minmax(0,1fr)] gap-3"
    >
      {prompted && (
        <div id={`${id}-prompt`} className="prose">
          <RichText body={prompt} pictures={pictures} />
        </div>
      )}
      {instructions && (
        <p id={`${id}-instructions`} className="text-sm text-ink-soft">
          {instructions}
        </p>
      )}
      {children}
      {(below || refused) && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          {below}
          <Refused words={refused} />
        </div>
      )}
    </fieldset>
  );
}

type ClearProps = { readonly given: boolean; readonly onClear: () => void };

/** Takes the answer back. It stays where it is when there is nothing to clear, so that the focus is never lost. */
export function ClearButton({ given, onClear }: ClearProps) {
  const announce = useAnnounce();
  const clear = () => {
    if (!given) return;
    onClear();
    announce("Answer cleared");
  };
  return (
    <Button
      size="small"
      variant="plain"
      aria-disabled={!given}
      onClick={clear}
      className="-ms-2.5 aria-disabled:border-transparent aria-disabled:bg-transparent"
    >
      Clear answer
    </Button>
  );
}
