import { z } from "zod";
import { type HeldRole, roles } from "../../exam/people/actor.ts";
import { faultInRoles } from "../../exam/people/role-places.ts";

/** A role as a form sends it: `examiner`, or with its centre `invigilator@<id>`. */
function readRole(given: unknown): unknown {
  if (typeof given !== "string") return given;
  const [role, centreId = null] = given.split("@");
  return { role, centreId };
}

const heldRole = z.preprocess(readRole, z.object({ role: z.enum(roles), centreId: z.uuid().nullable() }));

/** None at all is possible: somebody who has left a job and not yet taken another. */
export const heldRoles = z
  .array(heldRole)
  .max(50)
  .default([])
  .superRefine((held: readonly HeldRole[], context) => {
    const fault = faultInRoles(held);
    if (fault !== null) context.addIssue(fault);
  });

export const affiliations = z.array(z.uuid()).max(200).default([]);

const password = z.string({ error: "Write a password." }).max(500, "Keep it under 500 characters.");
export const newPassword = { password, again: password };

export const staff = z.uuid();
