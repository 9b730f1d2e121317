/** What reads packages for a command: unpacking and QTI are no business of a rule or a table. */
export type PackageReader = {
  /** Unpacks a zip, or takes a single file, and judges all of it; nothing is written. */
  open(name: string, bytes: Uint8Array): Promise<OpenedForImport>;
  /** Reads some of what was opened before, again from its files. */
  read(files: readonly FileForImport[], from: number, count: number): readonly ImportedLine[];
};

export type FileForImport = { readonly path: string; readonly bytes: Uint8Array };
export type ImportNote = {
  readonly code: string;
  readonly file: string;
  readonly line: number;
  readonly message: string;
};

export type OpenedForImport =
  | { readonly ok: false; readonly refusal: ImportNote }
  | {
      readonly ok: true;
      readonly version: string;
      readonly total: number;
      readonly files: readonly FileForImport[];
      readonly leftOut: readonly ImportNote[];
    };

/** What became of one resource; `content` is what a test can use, null otherwise. */
export type ImportedLine = {
  readonly path: string;
  readonly kind: string;
  readonly outcome: "native" | "opaque" | "rejected";
  readonly version: string;
  readonly identifier: string;
  readonly title: string;
  readonly interactions: readonly string[];
  readonly reasons: readonly { readonly code: string; readonly line: number; readonly message: string }[];
  readonly assets: readonly string[];
  readonly content: object | null;
};
