/** What is wrong with a file, where, and in which words. `code` is for programs, `cause` for people. */
export type Problem = {
  readonly file: string;
  readonly line: number;
  readonly code: ProblemCode;
  readonly cause: string;
};

export type ProblemCode =
  | "bad-xml"
  | "bad-yaml"
  | "doctype"
  | "too-large"
  | "too-deep"
  | "wrong-root"
  | "missing"
  | "bad-value"
  | "not-allowed"
  | "not-supported"
  | "repeated"
  | "missing-file"
  | "wrong-name";

/** Where the parts of a file stand: `"response RESPONSE"` → 4. The names are those that faults use in `at`. */
export type Lines = Readonly<Record<string, number>>;

export type Read<T> =
  | { readonly ok: true; readonly value: T; readonly lines: Lines }
  | { readonly ok: false; readonly problems: readonly Problem[] };
