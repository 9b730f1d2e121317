import { z } from "zod";
import { readCheckCode } from "../../exam/entry/check-code.ts";
import { type Refused, refused } from "../../exam/people/refusals.ts";
import { ruleBookAt } from "../../exam/rulebook/rule-book.ts";
import { before, type Instant } from "../../exam/time/time.ts";
import { sha256 } from "../../platform/secrets.ts";
import type { CheckRow } from "../../store/readiness.ts";
import { wrongField } from "../bookings/own-centre.ts";
import { command, type Work } from "../door.ts";
import { type SignedIn, signInAs } from "../people/new-sign-in.ts";
import { guessing, remember } from "../people/sign-in-candidate.ts";
import { checkCodeHash, most } from "./check-work.ts";

type Asked = { readonly code: string; readonly name: string; readonly address: string };

/**
 * A computer comes in with the check's code and takes a dummy seat. Where somebody is signed in nothing is taken from them. A
 * computer that comes again under its name is the same computer.
 */
export const joinCheck = command<Asked, SignedIn & { machine: string }>({
  name: "join readiness check",
  who: ["anyone"],
  input: z.object({
    code: z.string().min(1, "Enter the code.").max(40),
    name: z.string().trim().max(40, "Keep it under 40 characters."),
    address: z.string().max(64),
  }),
  async run(work, { code: typed, name, address }) {
    const { tx, now, actor } = work;
    if (actor !== null && actor.kind !== "dummy-seat") return refused("somebody-signed-in");
    // The code names nobody, so wrong ones count for the address they come from: a room behind one has room for its own.
    const keys = { number: `check:${sha256(typed).slice(0, 16)}`, address: `address:${address}` };
    const locked = await guessing(work, keys);
    if (locked) return locked;
    const code = readCheckCode(typed);
    const open = code === null ? null : await tx.readiness.openWithCode(checkCodeHash(work, code), now);
    const check = open && (await tx.readiness.lock(open.id));
    if (check === null || check.endedAt !== null)
      return { ...refused("wrong-check-code"), ...(await remember(work, keys)) };

    const seated = await seat(work, check, name);
    if (!seated.ok) return seated;
    const signedIn = await signInAs(work, { machineId: seated.id }, check.expiresAt);
    return {
      ok: true,
      value: { ...signedIn, machine: seated.id },
      audit: [{ by: { id: seated.id, name: seated.name }, centreId: check.centreId, detail: { room: check.room } }],
    };
  },
});

const arrived = "Arrived";

async function seat(
  { tx, ids, now }: Work,
  check: CheckRow,
  asked: string,
): Promise<{ ok: true; id: string; name: string } | Refused> {
  const machines = await tx.readiness.machines(check.id);
  const name = asked === "" ? freeName(machines) : asked;
  const known = machines.find((one) => one.name === name);
  if (known === undefined) {
    if (machines.length >= most.computers) return refused("check-full");
    const id = ids.next();
    await tx.readiness.addMachine({ id, checkId: check.id, name, step: arrived, now });
    return { ok: true, id, name };
  }
  if (known.result === null && known.heardAt >= silentSince(now))
    return wrongField("name", "Another computer of this check has that name just now. Give this one its own.");
  await tx.people.revokeSignIns({ machineId: { in: [known.id] } }, now);
  await tx.readiness.heard(known.id, arrived, now);
  return { ok: true, id: known.id, name };
}

const silentSince = (now: Instant) => before(now, ruleBookAt(now).readiness.silence);

function freeName(machines: readonly { readonly name: string }[]) {
  const taken = new Set(machines.map(({ name }) => name));
  let number = taken.size + 1;
  while (taken.has(`Computer ${number}`)) number += 1;
  return `Computer ${number}`;
}
