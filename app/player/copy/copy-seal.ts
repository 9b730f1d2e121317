import { type CopyLabel, labelText, slipText } from "../../exam/attempt/copy.ts";

/** So many rounds (OWASP 2023, PBKDF2 with SHA-256) make each guess at a keycode dear: it has 36 bits, not more. */
const rounds = 600_000;
const nonceLength = 12;

export const newSalt = () => crypto.getRandomValues(new Uint8Array(16));

/** What stands on a slip, as bytes a key can be made from. */
export const slipSecret = async (candidateNumber: string, keycode: string): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(slipText(candidateNumber, keycode))));

/** The key of a learner's copies; no script can take it out of the browser again. */
export async function copyKey(secret: Uint8Array<ArrayBuffer>, salt: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey("raw", secret, "PBKDF2", false, ["deriveKey"]);
  return crypto.subtle.deriveKey(
    { name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds },
    base,
    { name: "AES-GCM", length: 256 },
    false,
    ["encrypt", "decrypt"],
  );
}

/** Nonce and ciphertext; it opens only with this label. */
export async function sealCopy(key: CryptoKey, label: CopyLabel, value: unknown): Promise<Uint8Array<ArrayBuffer>> {
  const nonce = crypto.getRandomValues(new Uint8Array(nonceLength));
  const text = await crypto.subtle.encrypt(
    { name: "AES-GCM", iv: nonce, additionalData: new TextEncoder().encode(labelText(label)) },
    key,
    new TextEncoder().encode(JSON.stringify(value)),
  );
  const sealed = new Uint8Array(nonceLength + text.byteLength);
  sealed.set(nonce);
  sealed.set(new Uint8Array(text), nonceLength);
  return sealed;
}

/** Null when the key is not this learner's, the label is another's, or a byte was changed. */
export async function openCopy(
  key: CryptoKey,
  label: CopyLabel,
  sealed: Uint8Array<ArrayBuffer>,
): Promise<unknown | null> {
  try {
    const plain = await crypto.subtle.decrypt(
      {
        name: "AES-GCM",
        iv: sealed.slice(0, nonceLength),
        additionalData: new TextEncoder().encode(labelText(label)),
      },
      key,
      sealed.slice(nonceLength),
    );
    return JSON.parse(new TextDecoder().decode(plain));
  } catch {
    return null;
  }
}

export const toText = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));
export const fromText = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
