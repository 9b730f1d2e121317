/** The signs that XML has no way to write: control signs but tab and line ends, lone surrogates, the two non-characters. */
const unwritable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the signs it looks for.
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** Whether a text can stand in a file of the question bank. */
export const isWritable = (text: string) => !unwritable.test(text);
