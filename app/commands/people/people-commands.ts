import type { Door } from "../door.ts";
import { signInCandidate } from "./sign-in-candidate.ts";
import { signInStaff } from "./sign-in-staff.ts";
import { signOut } from "./sign-out.ts";

export const peopleCommands = (through: Door) => ({
  signInCandidate: through(signInCandidate),
  signInStaff: through(signInStaff),
  signOut: through(signOut),
});
