/** Where in the record something does not fit. */
export type Part = "attempt" | "journal" | "ledger" | "lease" | "receipt" | "response" | "ruling" | "mark" | "result";

export type What =
  | "altered"
  | "missing"
  | "inserted"
  | "reordered"
  /** The attempt names another last link, or another number of links, than its chain has. */
  | "head-moved"
  /** What the attempt says of itself does not follow from its journal and ledger. */
  | "fold-differs"
  | "receipt-differs"
  /** A receipt names a key that is not at hand, so that nobody can say whether it is whole. */
  | "key-missing";

/** Something in the stored record that does not fit the rest of it. */
export type Fault = {
  readonly attempt: string;
  readonly part: Part;
  /** Place in the journal or ledger, from 0; the number of a response or of the question a ruling is about; the version of a result. */
  readonly position: number | null;
  readonly what: What;
  readonly words: string;
};
export type Found = Omit<Fault, "attempt" | "part">;
