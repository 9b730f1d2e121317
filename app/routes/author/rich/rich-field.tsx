import { lazy, type ReactNode, Suspense, useId, useSyncExternalStore } from "react";
import { FieldError } from "../../../components/field-frame.tsx";
import { RichText } from "../../../player/interactions/rich-text.tsx";
import type { RichProps } from "./rich-editor.tsx";

// Loaded only when there are words to edit: no other page needs it.
const RichEditor = lazy(() => import("./rich-editor.tsx"));

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
  const isAwake = useIsAwake();
  const described = [hint && `${made}-hint`, error && `${made}-error`].filter(Boolean).join(" ") || undefined;
  const asRead = (
    <div className="control prose">
      <RichText body={rich.body} pictures={rich.pictures} />
    </div>
  );
  return (
    <div className="grid content-start gap-1.5">
      <p className={labelHidden ? "sr-only" : "font-bold"}>{rich.label}</p>
      {hint && (
        <p id={`${made}-hint`} className="measure text-sm text-ink-soft">
          {hint}
        </p>
      )}
      {error && <FieldError id={`${made}-error`}>{error}</FieldError>}
      {isAwake ? (
        <Suspense fallback={asRead}>
          <RichEditor {...rich} describedBy={described} />
        </Suspense>
      ) : (
        asRead
      )}
    </div>
  );
}
