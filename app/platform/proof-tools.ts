import type { Tools } from "../exam/proof/attempt-check.ts";
import { isSignedBy, receiptCode, type Secrets, sha256 } from "./secrets.ts";

/** How this installation's chains and receipts are checked. */
export const proofTools = (secrets: Pick<Secrets, "publicKey" | "reference">): Tools => ({
  digest: sha256,
  isSigned: (statement, signature) => isSignedBy(secrets.publicKey, statement, signature),
  codeOf: receiptCode,
  oldCodeOf: secrets.reference,
});
