import { sha256 } from "../../platform/secrets.ts";
import type { Work } from "../door.ts";

/** Content beside the very text it was read from, ready to be kept as a version. */
export const freezing =
  ({ ids, now }: Pick<Work, "ids" | "now">, texts: ReadonlyMap<string, string>) =>
  <Content extends { readonly id: string }>(kind: string, content: Content) => {
    const xml = texts.get(`${kind} ${content.id}`) ?? "";
    return { id: ids.next(), content, xml, checksum: sha256(xml), at: now };
  };
