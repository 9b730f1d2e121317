import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  hash,
  hkdfSync,
  type KeyObject,
  randomBytes,
  sign,
  timingSafeEqual,
  verify,
} from "node:crypto";
import { argon2id, argon2Verify } from "hash-wasm";

const mostFormKeys = 500;

export type Secrets = ReturnType<typeof makeSecrets>;

/** Receipts outlive a secret: what signed them, and what made their codes before they were signed. */
function receiptKeys(secret: string) {
  const signing = signingKey(keyOf(secret, "receipt signature"));
  const digesting = keyOf(secret, "receipt");
  return {
    signing,
    publicKey: createPublicKey(signing).export({ type: "spki", format: "pem" }).toString(),
    reference: (text: string) => readable(createHmac("sha256", digesting).update(text).digest()),
  };
}

const keyOf = (secret: string, use: string) => Buffer.from(hkdfSync("sha256", secret, "examhall", use, 32));

/**
 * Everything that needs the installation's secret. Each use has a key of its own, derived from it.
 * @param former secrets that were used before: receipts of then are checked with them, and nothing else is.
 */
export function makeSecrets(secret: string, former: readonly string[] = []) {
  const key = (use: string) => keyOf(secret, use);
  const keys = { keycode: key("keycode"), seal: key("seal"), copy: key("copy") };
  const { signing, publicKey, reference } = receiptKeys(secret);
  const earlier = former.map(receiptKeys);
  const sparePassOf = (sitting: string, until: number) =>
    createHmac("sha256", keys.copy).update(`spare pass ${sitting} ${until}`).digest("hex");
  // A hall that starts asks for the same few keys thousands of times in one second.
  const formKeys = new Map<string, Buffer>();
  return {
    /** Same keycode, same hash: so that it can be looked up without being stored. */
    keycodeHash: (keycode: string) => createHmac("sha256", keys.keycode).update(keycode).digest("hex"),
    /** AES-256-GCM; opened again by `unseal`. */
    seal: (text: string) => encrypt(keys.seal, Buffer.from(text)).toString("base64"),
    unseal: (sealed: string) => decrypt(keys.seal, Buffer.from(sealed, "base64")).toString(),
    /** The key of a form at a sitting: handed to browsers only when the test starts. */
    formKey(formId: string, sittingId: string) {
      const use = `form:${formId}:${sittingId}`;
      const found = formKeys.get(use) ?? key(use);
      if (formKeys.size >= mostFormKeys) formKeys.clear();
      formKeys.set(use, found);
      return found;
    },
    /** Proves that a copy of the work written under this lease was opened: it travels sealed inside that copy only. */
    reserveTicket: (attempt: string, lease: string) =>
      createHmac("sha256", keys.copy).update(`ticket ${attempt} ${lease}`).digest("hex"),
    /** Bytes for the code that makes a computer a spare of this sitting. */
    spareCodeBytes: (sitting: string) => createHmac("sha256", keys.copy).update(`spare ${sitting}`).digest(),
    /** What a spare computer shows at its socket. */
    sparePass: (sitting: string, until: number) => `${sitting} ${until} ${sparePassOf(sitting, until)}`,
    /** The sitting, or null when the pass is not ours or its time is over. */
    sittingOfPass(pass: string, now: number): string | null {
      const [sitting = "", until = "", proof = ""] = pass.split(" ");
      return isSame(proof, sparePassOf(sitting, Number(until))) && now < Number(until) ? sitting : null;
    },
    /** Ed25519, base64: whoever has the public key can check it. */
    sign: (text: string) => sign(null, Buffer.from(text), signing).toString("base64"),
    /** Checks what `sign` made; made to be published. */
    publicKey,
    /** Ours of today first, then those of former secrets. */
    publicKeys: [publicKey, ...earlier.map((one) => one.publicKey)],
    /** A keyed digest that can be read aloud: the same for the same text. Receipts before 2026-11-26 were such. */
    reference,
    references: [reference, ...earlier.map((one) => one.reference)],
  };
}

/** A private key from 32 bytes: the fixed beginning is what PKCS #8 puts before an Ed25519 seed (RFC 8410). */
const signingKey = (seed: Buffer): KeyObject =>
  createPrivateKey({
    key: Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), seed]),
    format: "der",
    type: "pkcs8",
  });

/**
 * False also for what is no signature or no key, and for a signature in another writing than ours: base64 leaves bits that say
 * nothing, and a changed one is to be found as any other.
 *
 * @param publicKey PEM.
 */
export function isSignedBy(publicKey: string, text: string, signature: string): boolean {
  const bytes = Buffer.from(signature, "base64");
  try {
    return bytes.toString("base64") === signature && verify(null, Buffer.from(text), publicKey, bytes);
  } catch {
    return false;
  }
}

/** Whether this is a public key at all. */
export function isPublicKey(text: string): boolean {
  try {
    return createPublicKey(text).asymmetricKeyType === "ed25519";
  } catch {
    return false;
  }
}

/** Which of these keys made a signature, by its name; null when none did. */
export function signerOf(publicKeys: readonly string[], text: string, signature: string): string | null {
  const signer = publicKeys.find((key) => isSignedBy(key, text, signature));
  return signer === undefined ? null : keyName(signer);
}

/** A short name for a public key: the beginning of its digest. */
export const keyName = (publicKey: string) => sha256(publicKey.replaceAll(/\s/g, "")).slice(0, 16);

/** The receipt's code: the beginning of the signature's digest, in an alphabet that can be read aloud: XXXX-XXXX-XXXX. */
export const receiptCode = (signature: string) =>
  readable(createHash("sha256").update(Buffer.from(signature, "base64")).digest());

const alphabet = "ABCDEFGHJKMNPQRSTVWXYZ23456789";

const readable = (digest: Buffer) =>
  [0, 4, 8]
    .map((from) => [...digest.subarray(from, from + 4)].map((byte) => alphabet[byte % alphabet.length]).join(""))
    .join("-");

/** 12 bytes of nonce, the text, 16 bytes of tag: what WebCrypto's AES-GCM reads after the nonce. */
export function encrypt(key: Buffer, text: Buffer): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  return Buffer.concat([nonce, cipher.update(text), cipher.final(), cipher.getAuthTag()]);
}

export function decrypt(key: Buffer, sealed: Buffer): Buffer {
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, 12));
  decipher.setAuthTag(sealed.subarray(-16));
  return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]);
}

/** Takes as long whether they differ early or late. */
export function isSame(one: string, other: string): boolean {
  const [mine, theirs] = [Buffer.from(one), Buffer.from(other)];
  return mine.length === theirs.length && timingSafeEqual(mine, theirs);
}

export const sha256 = (text: string) => hash("sha256", text);
export const sha256Base64 = (text: string) => hash("sha256", text, "base64");

/** What a keycode is made of; see `keycodeFrom`. */
export const newKeycodeBytes = () => randomBytes(16);

export const newToken = () => randomBytes(32).toString("base64url");

/** Argon2id with the parameters OWASP names as a minimum (19 MiB, 2 passes, 1 lane). */
export const hashPassword = (password: string) =>
  argon2id({
    password,
    salt: randomBytes(16),
    memorySize: 19_456,
    iterations: 2,
    parallelism: 1,
    hashLength: 32,
    outputType: "encoded",
  });

export const passwordMatches = (hash: string, password: string) => argon2Verify({ password, hash });
