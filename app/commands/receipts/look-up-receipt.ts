import { z } from "zod";
import { lockOut } from "../../exam/entry/lock-out.ts";
import { type Refused, refused } from "../../exam/people/refusals.ts";
import { type ReceiptFile, readCode } from "../../exam/proof/receipt.ts";
import { ruleBookAt } from "../../exam/rulebook/rule-book.ts";
import { before } from "../../exam/time/time.ts";
import { keyName, signerOf } from "../../platform/secrets.ts";
import type { After, FoundReceipt, ReceiptFacts } from "../../store/receipt-reading.ts";
import { command, type Work } from "../door.ts";

/** What anybody who has the code is shown. Nothing leads from here to a person. */
export type ShownReceipt = {
  readonly code: string;
  readonly facts: ReceiptFacts;
  /**
   * signed: by a key of ours, and the journal agrees. unsigned: from before there were signatures. other-key: it names a key
   * that is not at hand, so nobody can say. false: something was altered.
   */
  readonly state: "signed" | "unsigned" | "other-key" | "false";
  readonly after: After | null;
  readonly file: ReceiptFile | null;
};

const codeWords = "A code has three groups of four letters and digits.";

/**
 * What a receipt was given for. Codes that do not exist are counted for the address they came from, as wrong keycodes are, so
 * that nobody can try them one after the other.
 */
export const lookUpReceipt = command<{ code: string; address: string }, { receipt: ShownReceipt }>({
  name: "look up receipt",
  who: ["anyone"],
  input: z.object({ code: z.string().max(40, codeWords), address: z.string().max(64) }),
  async run(work, { code: typed, address }) {
    const key = `receipt:${address}`;
    const locked = await guessing(work, key);
    if (locked) return locked;
    const code = readCode(typed);
    if (code === null) return { ...refused("badly-formed"), fields: { code: codeWords } };
    const found = await work.tx.receipts.byCode(code);
    if (found === null) {
      await work.tx.people.addFailures([{ id: work.ids.next(), key }], work.now);
      return { ...refused("no-such-receipt"), keep: true };
    }
    return { ok: true, value: { receipt: shown(work, found) }, audit: [] };
  },
});

/** One address may be a whole centre. */
const roomful = 30;

async function guessing({ tx, now }: Work, key: string): Promise<Refused | null> {
  const rule = ruleBookAt(now).keycodeLockOut;
  const policy = { ...rule, failures: rule.failures * roomful };
  const lock = lockOut(await tx.people.failures(key, before(before(now, rule.within), rule.lockedFor)), now, policy);
  if (lock.ok) return null;
  const wait = Math.ceil((lock.until - now) / 60_000);
  return refused("too-many-tries", `Try again in ${wait === 1 ? "a minute" : `${wait} minutes`}.`);
}

function shown({ secrets }: Work, found: FoundReceipt): ShownReceipt {
  const { code, facts, signed, after } = found;
  return {
    code,
    facts,
    state: stateOf(found, secrets.publicKeys),
    after,
    file: signed && { code, signed: signed.statement, signature: signed.signature, key: signed.keyName },
  };
}

function stateOf({ signed, isReadable, journalAgrees }: FoundReceipt, keys: readonly string[]): ShownReceipt["state"] {
  if (signed === null) return "unsigned";
  if (signerOf(keys, signed.statement, signed.signature) !== null) return journalAgrees ? "signed" : "false";
  return isReadable && !keys.map(keyName).includes(signed.keyName) ? "other-key" : "false";
}
