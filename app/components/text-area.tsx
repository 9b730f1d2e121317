import { forwardRef, type TextareaHTMLAttributes } from "react";
import { FieldFrame, type FieldWords } from "./field-frame.tsx";

/** Several lines to write in. */
export const TextArea = forwardRef<HTMLTextAreaElement, TextareaHTMLAttributes<HTMLTextAreaElement> & FieldWords>(
  function TextArea({ label, hint, error, optional, className, id, rows = 4, ...area }, ref) {
    return (
      <FieldFrame id={id ?? area.name} {...{ label, hint, error, optional, className }}>
        {(control) => (
          <textarea
            ref={ref}
            rows={rows}
            // Where the box grows with its content, rows alone would not hold it open.
            style={{ minHeight: `${rows * 1.55 + 1.2}em` }}
            {...area}
            {...control}
            className="control block measure field-sizing-content"
          />
        )}
      </FieldFrame>
    );
  },
);
