/**
 * Something that makes content unfit for use, in words for whoever writes items. `at` names the part, as in
 * `"response RESPONSE"` or `"worked 3"`, so that the reader of the file can say which line it is.
 */
export type Fault = { readonly code: string; readonly cause: string; readonly at: string };

export const fault = (code: string, at: string, cause: string): Fault => ({ code, at, cause });

export const repeatedIn = (names: readonly string[]): readonly string[] => [
  ...new Set(names.filter((name, index) => names.indexOf(name) !== index)),
];
