import { type Actor, centresOf } from "../../exam/people/actor.ts";
import { strengthOf } from "../../exam/people/password.ts";
import { type Refused, refused } from "../../exam/people/refusals.ts";
import type { StaffAccount } from "../../store/people.ts";
import type { News, Work } from "../door.ts";

/** Accounts belong to the whole organisation, so an administrator of one centre does not look after them. */
export const looksAfterAccounts = (actor: Actor | null) =>
  actor?.kind === "system" || centresOf(actor, ["administrator"]) === "all";

/** Somebody's account under its lock, for an administrator to change. */
export async function lockAccount(
  { tx, actor }: Work,
  id: string,
): Promise<{ ok: true; account: StaffAccount } | Refused> {
  if (!looksAfterAccounts(actor)) return refused("not-allowed");
  const account = await tx.people.lockStaff(id);
  return account === null ? refused("not-found") : { ok: true, account };
}

export const isSelf = ({ actor }: Work, { id }: StaffAccount) => actor?.kind === "staff" && actor.id === id;

/** Signs somebody out everywhere, at once: the sockets hear it after the commit. */
export async function endSignInsOf(
  { tx, now }: Work,
  staffId: string,
): Promise<{ ended: number; news: readonly News[] }> {
  const tokenHashes = await tx.people.revokeSignIns({ staffId }, now);
  return { ended: tokenHashes.length, news: tokenHashes.length > 0 ? [{ about: "signed-out", tokenHashes }] : [] };
}

type Typed = { readonly password: string; readonly again: string; readonly about: readonly string[] };

/** Typed twice alike and hard to guess, or the refusal that says which it is not. */
export function faultInPassword({ password, again, about }: Typed): Refused | null {
  const strength = strengthOf(password, about);
  if (!strength.fit) return { ...refused("badly-formed", strength.words), fields: { password: strength.words } };
  const words = "The two passwords are not the same.";
  return password === again ? null : { ...refused("badly-formed", words), fields: { again: words } };
}
