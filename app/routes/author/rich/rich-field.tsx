import { type ReactNode, useId, useSyncExternalStore } from "react";
import { FieldError } from "../../../components/field-frame.tsx";
import { RichText } from "../../../player/interactions/rich-text.tsx";
import type { RichProps } from "./rich-editor.tsx";
import { useRichEditor } from "./use-rich-editor.ts";

const never = () => () => {};
/** False while the server's page wakes up, so that both show the same. */
export const useIsAwake = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );

type Props = Omit<RichProps, "describedBy"> & {
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly labelHidden?: boolean;
};

/** Label, hint and fault around words with their tools. */
export function RichField({ hint, error, labelHidden, ...rich }: Props) {
  const made = useId();
  const Editor = useRichEditor();
  const described = [hint && `${made}-hint`, error && `${made}-error`].filter(Boolean).join(" ") || undefined;
  return (
    <div className="grid content-start gap-1.5">
      <p className={labelHidden ? "sr-only" : "font-bold"}>{rich.label}</p>
      {hint && (
        <p id={`${made}-hint`} className="measure text-sm text-ink-soft">
          {hint}
        </p>
      )}
      {error && <FieldError id={`${made}-error`}>{error}</FieldError>}
      {typeof Editor === "string" ? (
        <div className="control prose">
          <RichText body={rich.body} pictures={rich.pictures} />
        </div>
      ) : (
        <Editor {...rich} describedBy={described} />
      )}
      {Editor === "away" && (
        <p role="status" className="measure text-sm text-ink-soft">
          There is no connection to fetch the tools for writing. They come by themselves when it is back.
        </p>
      )}
    </div>
  );
}
