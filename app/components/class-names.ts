/** Joins the class names that apply. */
export const classNames = (...parts: readonly (string | false | null | undefined)[]) => parts.filter(Boolean).join(" ");
