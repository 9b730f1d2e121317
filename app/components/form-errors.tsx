import { useEffect, useId, useRef } from "react";

export type FormError = { readonly message: string /** The id of the control to go to. */; readonly field?: string };

/** What is wrong with a form, gathered above it; it takes the focus when it appears, so that nobody misses it. */
export function FormErrors({
  title = "Please check these",
  errors,
}: {
  readonly title?: string;
  readonly errors: readonly FormError[];
}) {
  const box = useRef<HTMLElement>(null);
  const heading = useId();
  const words = errors.map((error) => error.message).join("\n");
  useEffect(() => {
    if (words) box.current?.focus();
  }, [words]);
  if (errors.length === 0) return null;
  return (
    <section
      ref={box}
      tabIndex={-1}
      aria-labelledby={heading}
      className="rounded-md border-2 border-bad bg-surface px-4 py-3 measure"
    >
      <h2 id={heading} className="text-lg">
        {title}
      </h2>
      <ul className="mt-1.5 list-disc ps-5">
        {errors.map(({ message, field }) => (
          <li key={`${field} ${message}`}>
            {field ? (
              <a href={`#${field}`} className="font-bold text-bad">
                {message}
              </a>
            ) : (
              <span className="font-bold text-bad">{message}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
