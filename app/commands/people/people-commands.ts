import type { Door } from "../door.ts";
import { signInCandidate } from "./sign-in-candidate.ts";
import { signInMoved } from "./sign-in-moved.ts";
import { signInStaff } from "./sign-in-staff.ts";
import { signOut } from "./sign-out.ts";

export const peopleCommands = (through: Door) => ({
  signInCandidate: through(signInCandidate),
  signInMoved: through(signInMoved),
  signInStaff: signInStaff(through),
  signOut: through(signOut),
});
