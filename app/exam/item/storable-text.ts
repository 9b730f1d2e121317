/** A NUL, or half of a surrogate pair, as cutting an emoji in two leaves behind: no text column and no jsonb takes these. */
const unstorable = /\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;
const every = new RegExp(unstorable, "g");

export const isStorable = (text: string) => !unstorable.test(text);

/** The text with the sign for "something unreadable" where a database would refuse it. */
export const storable = (text: string) => text.replaceAll(every, "\uFFFD");

/** Whether every text in this can be stored, however deep it lies in lists and plain objects. */
export function isStorableThroughout(value: unknown): boolean {
  if (typeof value === "string") return isStorable(value);
  if (Array.isArray(value)) return value.every(isStorableThroughout);
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype) return true;
  return Object.entries(value).every(([name, part]) => isStorable(name) && isStorableThroughout(part));
}
