import { existsSync, readFileSync, statSync } from "node:fs";
import { readCode, readStatement, receiptFileShape } from "../exam/proof/receipt.ts";
import { instant, minutes } from "../exam/time/time.ts";
import { readConfig, secretsIn } from "../platform/config.ts";
import { proofTools } from "../platform/proof-tools.ts";
import { isPublicKey, keyName, makeSecrets, receiptCode, type Secrets, signerOf } from "../platform/secrets.ts";
import { type Database, openDatabase } from "../store/database.ts";
import { receiptByCode } from "../store/receipt-reading.ts";
import { type Verified, verify, type Which } from "../store/verify.ts";
import type { Environment } from "./installation-work.ts";
import type { Verdict } from "./proof.ts";
import { receiptInWords, verifiedInWords } from "./proof-words.ts";
import { no } from "./say.ts";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export type Asked = { readonly attempt?: string; readonly sitting?: string; readonly all?: boolean };

/** Exactly one of attempt, sitting and all says what is checked. */
export function verifyJournals(env: Environment, { attempt, sitting, all }: Asked): Promise<Verdict> {
  const chosen = [attempt, sitting, all].filter(Boolean);
  if (chosen.length !== 1) return Promise.resolve(no("Say which: --attempt <id>, --sitting <id> or --all."));
  const id = attempt ?? sitting;
  if (id !== undefined && !uuid.test(id)) return Promise.resolve(no(`“${id}” is no identifier.`));
  const which: Which = attempt ? { attempt } : sitting ? { sitting } : "all";
  return atDatabase(env, async ({ pool }, secrets) => {
    const verified: Verified = await verify(pool, which, proofTools(secrets));
    if (verified.attempts === 0 && verified.faulty.length === 0 && which !== "all")
      return no("There is no such attempt or sitting.");
    const wrong = verified.faulty.length > 0 || verified.faultyAudit.length > 0;
    return { ok: true, value: { sound: !wrong, ...verified }, words: verifiedInWords(verified), wrong };
  });
}

/** @param given a code, or the name of a saved receipt. @param key the name of a file with the public key. */
export const verifyReceipt = (env: Environment, given: string, key: string | undefined): Promise<Verdict> =>
  existsSync(given) ? Promise.resolve(verifySaved(env, given, key)) : verifyCode(env, given);

function verifySaved(env: Environment, file: string, key: string | undefined): Verdict {
  const saved = read(file);
  if (saved === null) return no(`${file} is not a saved receipt.`);
  const keys = key === undefined ? ourKeys(env) : keysIn(key);
  if (typeof keys === "string") return no(keys);
  const statement = readStatement(saved.signed);
  const isOurs = signerOf(keys, saved.signed, saved.signature) !== null && receiptCode(saved.signature) === saved.code;
  if (statement === null || !isOurs) {
    const names = keys.map(keyName);
    const other = names.includes(saved.key) ? "" : ` It names the key ${saved.key}; this one is ${names.join(", ")}.`;
    const words = `The signature does not belong to what this receipt says.${other}`;
    return { ok: true, value: { sound: false, code: saved.code }, words, wrong: true };
  }
  return {
    ok: true,
    value: { sound: true, code: saved.code, statement },
    words: receiptInWords(saved.code, { ...statement, ended: instant(Date.parse(statement.ended)) }),
  };
}

function verifyCode(env: Environment, typed: string): Promise<Verdict> {
  const code = readCode(typed);
  if (code === null) {
    const words = "and it is no code: a code has twelve letters and digits, as in ABCD-EFGH-JKMN";
    return Promise.resolve(no(`There is no file “${typed}”, ${words}.`));
  }
  return atDatabase(env, async ({ prisma, pool }, secrets) => {
    const found = await receiptByCode(prisma, code);
    if (found === null) {
      const words = `No receipt has the code ${code}.`;
      return { ok: true, value: { sound: false, code, words }, words, wrong: true };
    }
    const { faulty } = await verify(pool, { attempt: found.attempt }, proofTools(secrets));
    const faults = faulty[0]?.faults ?? [];
    const { attempt, facts, after } = found;
    const words = receiptInWords(code, facts, { isSigned: found.signed !== null, after, faults });
    const value = { sound: faults.length === 0, code, attempt, facts, after, faults };
    return { ok: true, value, words, wrong: faults.length > 0 };
  });
}

/** Reads only: it brings no schema up to date and starts nothing. */
async function atDatabase(
  env: Environment,
  act: (database: Database, secrets: Secrets) => Promise<Verdict>,
): Promise<Verdict> {
  if (!env.DATABASE_URL) return no("DATABASE_URL is not set: it names the database to check.");
  try {
    const config = readConfig(env);
    // Nobody waits for it but whoever asked, and what is checked between two questions may be much.
    const patient = { server: minutes(10), line: minutes(15) };
    const database = openDatabase(env.DATABASE_URL, { saves: patient, rest: patient });
    const secrets = makeSecrets(config.SESSION_SECRET ?? "", config.FORMER_SESSION_SECRETS);
    return await act(database, secrets).finally(() => database.close());
  } catch (error) {
    return no(error instanceof Error ? error.message.trim() || error.name : String(error));
  }
}

/** Public keys, or why there are none. */
type Keys = readonly string[] | string;

function ourKeys(env: Environment): Keys {
  if (!env.SESSION_SECRET) return "Give the public key with --key: it is published at /receipt/key.";
  return makeSecrets(env.SESSION_SECRET, secretsIn(env.FORMER_SESSION_SECRETS ?? "")).publicKeys;
}

function keysIn(file: string): Keys {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile())
    return `There is no file ${file} to read a public key from.`;
  const text = readFileSync(file, "utf8");
  return isPublicKey(text) ? [text] : `${file} holds no public key. The key is published at /receipt/key.`;
}

function read(file: string) {
  try {
    return receiptFileShape.safeParse(JSON.parse(readFileSync(file, "utf8"))).data ?? null;
  } catch {
    return null;
  }
}
