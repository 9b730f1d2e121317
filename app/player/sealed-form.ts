import type { LearnerForm } from "../exam/item/learner-item.ts";

const nonceLength = 12;

/**
 * Opens the form that waited in this browser. Throws when the key is not the form's, or the form did not arrive whole.
 *
 * @param sealed 12 bytes of nonce, then AES-256-GCM ciphertext with its tag.
 * @param key base64; the server gives it when the test has started.
 */
export async function openForm(sealed: Uint8Array, key: string): Promise<LearnerForm> {
  const raw = Uint8Array.from(atob(key), (letter) => letter.charCodeAt(0));
  const opened = await crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["decrypt"]);
  const bytes = new Uint8Array(sealed);
  const plain = await crypto.subtle.decrypt(
    { name: "AES-GCM", iv: bytes.slice(0, nonceLength) },
    opened,
    bytes.slice(nonceLength),
  );
  return JSON.parse(new TextDecoder().decode(plain)) as LearnerForm;
}
