import { z } from "zod";
import { refused } from "../../exam/people/refusals.ts";
import { hashPassword } from "../../platform/secrets.ts";
import { command } from "../door.ts";
import { faultInPassword, looksAfterAccounts } from "./account-work.ts";
import { heldRoles, newPassword } from "./input.ts";

/** Opens an account with its roles and a first password. */
export const addStaff = command({
  name: "add staff",
  who: ["administrator", "system"],
  input: z.object({
    name: z.string().trim().min(1, "Write the name.").max(120, "Keep it under 120 characters."),
    email: z.string().trim().toLowerCase().pipe(z.email("Write an e-mail address, such as name@example.org.")),
    roles: heldRoles,
    ...newPassword,
  }),
  async run({ tx, ids, actor }, { name, email, roles, password, again }) {
    if (!looksAfterAccounts(actor)) return refused("not-allowed");
    const fault = faultInPassword({ password, again, about: [name, email] });
    if (fault !== null) return fault;
    if ((await tx.people.staffByEmail(email)) !== null) {
      const words = "Another member of staff has that e-mail address.";
      return { ...refused("email-taken"), fields: { email: words } };
    }
    if (!(await tx.people.areCentres(roles.flatMap(({ centreId }) => centreId ?? [])))) return refused("not-found");

    const id = ids.next();
    await tx.people.addStaff({ id, name, email, passwordHash: await hashPassword(password) });
    await tx.people.setRoles(
      id,
      roles.map((role) => ({ ...role, id: ids.next() })),
    );
    return { ok: true as const, value: { staff: id }, audit: [{ detail: { staff: id, name, email, roles } }] };
  },
});
