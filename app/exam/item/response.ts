/** The identifier of a response declaration, unique within its item: mostly `RESPONSE`. */
export type ResponseId = string;

/**
 * The value of one interaction, in QTI's own words: choice identifiers in the order they were given; pairs as `"S1 A2"`
 * (for a gap-match the text first, then the gap); for text one string. Nothing given is the empty list.
 */
export type Value = readonly string[];

/** All that was given to one item, by response identifier. */
export type ItemResponse = Readonly<Record<ResponseId, Value>>;

/** No honest response is longer; a longer one is refused with words, not cut. */
export const longestText = 20_000;

/** Whether anything was given at all; blank text is nothing. */
export const isAnswered = (response: ItemResponse | undefined) =>
  response !== undefined && Object.values(response).some((value) => value.some((part) => part.trim() !== ""));
