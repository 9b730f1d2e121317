import type { Door } from "../door.ts";
import { disableStaff, enableStaff, endSignIns, resetPassword } from "./account-state.ts";
import { addStaff } from "./add-staff.ts";
import { changeRoles } from "./change-roles.ts";

/** What administrators do to accounts. */
export const staffCommands = (through: Door) => ({
  add: through(addStaff),
  changeRoles: through(changeRoles),
  disable: through(disableStaff),
  enable: through(enableStaff),
  resetPassword: through(resetPassword),
  endSignIns: through(endSignIns),
});
