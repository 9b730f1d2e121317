import { type KeyboardEvent, type ReactNode, useId, useState } from "react";
import { Button } from "../../../components/button.tsx";
import { classNames } from "../../../components/class-names.ts";
import type { Body } from "../../../exam/item/body.ts";
import { useAuthor } from "../author-context.ts";
import { RichField } from "../rich/rich-field.tsx";

type Props = {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly body: Body;
  readonly onChange: (body: Body) => void;
  readonly id?: string;
  readonly placeholder?: string;
  /** Lists and tables too, once it is formatted. */
  readonly blocks?: boolean;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
  readonly hint?: ReactNode;
};

/** The one text of a body that is nothing but text, or null. */
const plainText = (body: Body): string | null => {
  const [first, ...more] = body;
  if (first === undefined) return "";
  return first.kind === "text" && more.length === 0 ? first.text : null;
};

/** A few words: typed as plain text until somebody wants bold, a picture or a list in them. */
export function ContentField({
  label,
  labelHidden,
  body,
  onChange,
  placeholder,
  blocks = false,
  hint,
  ...rest
}: Props) {
  const made = useId();
  const id = rest.id ?? made;
  const { pictures, addPicture } = useAuthor();
  const [formatted, format] = useState(false);
  const plain = plainText(body);
  if (plain === null || formatted) {
    return (
      <div className="grid min-w-40 flex-1">
        <RichField
          id={id}
          label={label}
          labelHidden={labelHidden ?? false}
          hint={hint}
          body={body}
          onChange={onChange}
          place="words"
          blocks={blocks}
          pictures={pictures}
          addPicture={addPicture}
          autoFocus={formatted}
        />
      </div>
    );
  }
  return (
    <div className="grid min-w-40 flex-1 gap-1.5">
      <label htmlFor={id} className={labelHidden ? "sr-only" : "font-bold"}>
        {label}
      </label>
      {hint && <p className="measure text-sm text-ink-soft">{hint}</p>}
      <div className="flex items-start gap-1">
        <textarea
          id={id}
          rows={1}
          value={plain}
          placeholder={placeholder}
          onKeyDown={(event) => {
            rest.onKeyDown?.(event);
            // A line of an item has no line breaks; a list or paragraphs come with formatting.
            if (event.key === "Enter") event.preventDefault();
          }}
          onChange={({ currentTarget: { value } }) =>
            onChange(value === "" ? [] : [{ kind: "text", text: value.replace(/\s*\n\s*/g, " ") }])
          }
          className={classNames("control block field-sizing-content min-h-11 resize-none")}
        />
        <Button
          size="small"
          variant="plain"
          title="Bold, italic, pictures and more"
          aria-label={`Format: ${label}`}
          onClick={() => format(true)}
          className="min-h-11 px-2!"
        >
          Aa
        </Button>
      </div>
    </div>
  );
}
