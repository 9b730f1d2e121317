import { z } from "zod";
import { lockOut } from "../../exam/entry/lock-out.ts";
import { type Refused, refused } from "../../exam/people/refusals.ts";
import { type ReceiptFile, readCode } from "../../exam/proof/receipt.ts";
import { ruleBookAt } from "../../exam/rulebook/rule-book.ts";
import { before } from "../../exam/time/time.ts";
import { isSignedBy } from "../../platform/secrets.ts";
import type { After, FoundReceipt, ReceiptFacts } from "../../store/receipt-reading.ts";
import { command, type Work } from "../door.ts";

/** What anybody who has the code is shown. Nothing leads from here to a person. */
export type ShownReceipt = {
  readonly code: string;
  readonly facts: ReceiptFacts;
  /** signed: by our key, and the journal agrees. unsigned: from before there were signatures. false: something was altered. */
  readonly state: "signed" | "unsigned" | "false";
  readonly after: After | null;
  readonly file: ReceiptFile | null;
};

/**
 * What a receipt was given for. Codes that do not exist are counted for the address they came from, as wrong keycodes are, so
 * that nobody can try them one after the other.
 */
export const lookUpReceipt = command<{ code: string; address: string }, { receipt: ShownReceipt }>({
  name: "look up receipt",
  who: ["anyone"],
  input: z.object({ code: z.string().max(40), address: z.string().max(64) }),
  async run(work, { code: typed, address }) {
    const key = `receipt:${address}`;
    const locked = await guessing(work, key);
    if (locked) return locked;
    const code = readCode(typed);
    if (code === null)
      return { ...refused("badly-formed"), fields: { code: "A code has three groups of four letters and digits." } };
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

function shown({ secrets }: Work, { code, facts, signed, after, journalAgrees }: FoundReceipt): ShownReceipt {
  const isOurs = signed !== null && isSignedBy(secrets.publicKey, signed.statement, signed.signature);
  return {
    code,
    facts,
    state: signed === null ? "unsigned" : isOurs && journalAgrees ? "signed" : "false",
    after,
    file: signed && { code, signed: signed.statement, signature: signed.signature, key: signed.keyName },
  };
}
