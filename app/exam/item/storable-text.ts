/** A NUL, or half of a surrogate pair, as cutting an emoji in two leaves behind: no text column and no jsonb takes these. */
const unstorable = /\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;
const every = new RegExp(unstorable, "g");

export const isStorable = (text: string) => !unstorable.test(text);

/** The text with the sign for "something unreadable" where a database would refuse it. */
export const storable = (text: string) => text.replaceAll(every, "\uFFFD");
