import type { Tools } from "../exam/proof/attempt-check.ts";
import { keyName, receiptCode, type Secrets, sha256, signerOf } from "./secrets.ts";

/** How this installation's chains and receipts are checked. */
export const proofTools = ({ publicKeys, references }: Pick<Secrets, "publicKeys" | "references">): Tools => ({
  digest: sha256,
  signerOf: (statement, signature) => signerOf(publicKeys, statement, signature),
  isAtHand: (key) => publicKeys.some((one) => keyName(one) === key),
  codeOf: receiptCode,
  oldCodesOf: references,
});
