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
  | "wrong-name"
  | "bad-path"
  /** What an item from elsewhere asks for and a test of ours cannot do. */
  | "unsupported-interaction"
  | "unsupported-operator"
  | "adaptive"
  | "template-processing"
  | "chance"
  | "media"
  | "outside"
  | "old-version"
  | "no-interaction"
  /** What was read all the same. */
  | "left-out"
  | "guessed";

/** A problem one can live with. Faults of content (see `fault`) have codes of their own. */
export type Warning = Omit<Problem, "code"> & { readonly code: string };

/** Where the parts of a file stand: `"response RESPONSE"` → 4. The names are those that faults use in `at`. */
export type Lines = Readonly<Record<string, number>>;

export type Read<T> =
  | { readonly ok: true; readonly value: T; readonly lines: Lines }
  | { readonly ok: false; readonly problems: readonly Problem[] };
