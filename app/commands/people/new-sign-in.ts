import type { Instant } from "../../exam/time/time.ts";
import { newToken, sha256 } from "../../platform/secrets.ts";
import type { Work } from "../door.ts";

/** What a browser is given to be known by, and until when. */
export type SignedIn = { readonly token: string; readonly expiresAt: Instant };

/** Lets whoever asked in; the database holds only the digest of what they are known by. */
export async function signInAs(
  { tx, now }: Work,
  who: { readonly staffId: string } | { readonly bookingId: string } | { readonly machineId: string },
  expiresAt: Instant,
): Promise<SignedIn> {
  const token = newToken();
  await tx.people.addSignIn({ tokenHash: sha256(token), ...who, createdAt: now, expiresAt });
  return { token, expiresAt };
}
