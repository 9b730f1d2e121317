import { z } from "zod";
import type { HeldRole } from "../../exam/people/actor.ts";
import { refused } from "../../exam/people/refusals.ts";
import { command } from "../door.ts";
import { endSignInsOf, isSelf, lockAccount } from "./account-work.ts";
import { affiliations, heldRoles, staff } from "./input.ts";

const isAmong = (held: readonly HeldRole[], { role, centreId }: HeldRole) =>
  held.some((other) => other.role === role && other.centreId === centreId);

/**
 * Puts roles and affiliations in the place of those there were. Whoever loses a role is signed out, so that no screen
 * stays open that they may no longer see.
 */
export const changeRoles = command({
  name: "change roles",
  who: ["administrator"],
  input: z.object({ staff, roles: heldRoles, affiliations }),
  async run(work, { staff: id, roles, affiliations }) {
    const found = await lockAccount(work, id);
    if (!found.ok) return found;
    const { account } = found;
    if (isSelf(work, account) && !roles.some(({ role }) => role === "administrator"))
      return refused("last-administrator");
    const centres = [...roles.flatMap(({ centreId }) => centreId ?? []), ...affiliations];
    if (!(await work.tx.people.areCentres(centres))) return refused("not-found");

    await work.tx.people.setRoles(
      id,
      roles.map((role) => ({ ...role, id: work.ids.next() })),
    );
    await work.tx.people.setAffiliations(id, [...new Set(affiliations)]);
    const loses = account.roles.some((role) => !isAmong(roles, role));
    const { news } = loses && !isSelf(work, account) ? await endSignInsOf(work, id) : { news: [] };
    const before = { roles: account.roles, affiliations: account.affiliations };
    return {
      ok: true as const,
      value: { staff: id },
      audit: [{ detail: { staff: id, name: account.name, before, after: { roles, affiliations } } }],
      news,
    };
  },
});
