/** PostgreSQL's way to write a list of numbers, moments, identifiers or digests: nothing in them needs a quotation mark. */
export const plainArray = (values: readonly (string | number | boolean)[]) => `{${values.join(",")}}`;

/** As `plainArray`, of values written as JSON; null stays null. */
export const jsonArray = (values: readonly unknown[]) => `{${values.map(quotedJson).join(",")}}`;

/** What JSON sets a backslash before in a text that is JSON already, PostgreSQL does too: quotation marks and backslashes. */
const quotedJson = (value: unknown) => (value === null ? "NULL" : JSON.stringify(JSON.stringify(value)));
