import { z } from "zod";
import { refused } from "../../exam/people/refusals.ts";
import { hashPassword } from "../../platform/secrets.ts";
import { command } from "../door.ts";
import { endSignInsOf, faultInPassword, isSelf, lockAccount } from "./account-work.ts";
import { newPassword, staff } from "./input.ts";

/** Closes an account at once, wherever it is signed in. What the person did stays in their name. */
export const disableStaff = command<{ staff: string }, { staff: string }>({
  name: "disable staff",
  who: ["administrator"],
  input: z.object({ staff }),
  async run(work, { staff: id }) {
    const found = await lockAccount(work, id);
    if (!found.ok) return found;
    if (isSelf(work, found.account)) return refused("last-administrator", "You cannot disable yourself.");
    await work.tx.people.setDisabled(id, work.now);
    const { news } = await endSignInsOf(work, id);
    return { ok: true, value: { staff: id }, audit: [{ detail: { staff: id, name: found.account.name } }], news };
  },
});

export const enableStaff = command<{ staff: string }, { staff: string }>({
  name: "enable staff",
  who: ["administrator"],
  input: z.object({ staff }),
  async run(work, { staff: id }) {
    const found = await lockAccount(work, id);
    if (!found.ok) return found;
    await work.tx.people.setDisabled(id, null);
    return { ok: true, value: { staff: id }, audit: [{ detail: { staff: id, name: found.account.name } }] };
  },
});

/** A new password, typed twice; whoever was signed in with the old one is signed out. */
export const resetPassword = command<
  { staff: string; password: string; again: string },
  { staff: string; ended: number }
>({
  name: "reset password",
  who: ["administrator"],
  input: z.object({ staff, ...newPassword }),
  async run(work, { staff: id, password, again }) {
    const found = await lockAccount(work, id);
    if (!found.ok) return found;
    const { name, email } = found.account;
    const fault = faultInPassword({ password, again, about: [name, email] });
    if (fault !== null) return fault;
    await work.tx.people.setPassword(id, await hashPassword(password));
    const { ended, news } = await endSignInsOf(work, id);
    return { ok: true, value: { staff: id, ended }, audit: [{ detail: { staff: id, name, ended } }], news };
  },
});

export const endSignIns = command<{ staff: string }, { staff: string; ended: number }>({
  name: "end sign-ins",
  who: ["administrator"],
  input: z.object({ staff }),
  async run(work, { staff: id }) {
    const found = await lockAccount(work, id);
    if (!found.ok) return found;
    const { ended, news } = await endSignInsOf(work, id);
    return {
      ok: true,
      value: { staff: id, ended },
      audit: [{ detail: { staff: id, name: found.account.name, ended } }],
      news,
    };
  },
});
