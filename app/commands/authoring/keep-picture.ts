import { freeName, pictureName } from "../../exam/authoring/picture-name.ts";
import type { Tx } from "../../store/store.ts";
import type { ItemFiles } from "./item-files.ts";

/** In bytes of the file. */
export const largestPicture = 1_000_000;

type Offered = { readonly name: string; readonly bytes: Uint8Array };
type Kept = { readonly name: string; readonly data: string; readonly fresh: boolean };

/**
 * Puts a picture with the others of a unit, whose lock the caller holds, and says by what name items show it. A picture that
 * is there is never overwritten, because items in use show it: another of the same name gets a number.
 */
export async function keepPicture(
  { tx, files }: { readonly tx: Tx; readonly files: ItemFiles },
  unitId: string,
  { name: given, bytes }: Offered,
): Promise<({ readonly ok: true } & Kept) | { readonly ok: false; readonly why: string }> {
  if (bytes.length > largestPicture) return { ok: false, why: "A picture has at most 1 MB." };
  const judged = files.judgePicture(given, bytes);
  if (!judged.ok) return judged;
  const data = `data:${judged.type};base64,${base64Of(bytes)}`;
  const kept = await tx.forms.pictures(unitId);
  const wanted = pictureName(given, judged.type);
  const same = Object.entries(kept).find(([name, other]) => other === data && name.startsWith(wanted.stem));
  if (same !== undefined) return { ok: true, name: same[0], data, fresh: false };
  const name = freeName(wanted, Object.keys(kept));
  await tx.drafts.addPicture(unitId, name, data);
  return { ok: true, name, data, fresh: true };
}

const base64Of = (bytes: Uint8Array) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
