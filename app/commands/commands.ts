import type { Solve } from "../exam/form/assembly/problem.ts";
import { attemptCommands } from "./attempts/attempt-commands.ts";
import type { SaveDeps } from "./attempts/save-entries.ts";
import type { SitAgainDeps } from "./attempts/sit-again.ts";
import { authoringCommands } from "./authoring/authoring-commands.ts";
import type { ItemFiles } from "./authoring/item-files.ts";
import { awardingCommands } from "./awarding/awarding-commands.ts";
import { bankCommands } from "./bank/bank-commands.ts";
import { formCommands } from "./bank/form-commands.ts";
import type { PackageReader } from "./bank/package-reader.ts";
import { bookingCommands } from "./bookings/booking-commands.ts";
import { centreCommands } from "./centres/centre-commands.ts";
import { copyCommands } from "./copies/copy-commands.ts";
import type { Door } from "./door.ts";
import { markingCommands } from "./marking/marking-commands.ts";
import { peopleCommands } from "./people/people-commands.ts";
import type { DummySaving } from "./readiness/dummy-seat.ts";
import { readinessCommands } from "./readiness/readiness-commands.ts";
import { receiptCommands } from "./receipts/receipt-commands.ts";
import { sittingCommands } from "./sittings/sitting-commands.ts";
import { staffCommands } from "./staff/staff-commands.ts";

export type Commands = ReturnType<typeof makeCommands>;

/** What commands need besides the door: what may not be in a transaction, and what knows files. */
export type CommandDeps = {
  readonly saving: SaveDeps & DummySaving;
  readonly sitting: SitAgainDeps;
  readonly reader: PackageReader;
  readonly files: ItemFiles;
  readonly solve: Solve;
};

/** Everything anybody can change, by noun and verb: each through the one door. */
export const makeCommands = (through: Door, { saving, sitting, reader, files, solve }: CommandDeps) => ({
  people: peopleCommands(through),
  centres: centreCommands(through),
  staff: staffCommands(through),
  bank: bankCommands(through, reader),
  authoring: authoringCommands(through, files),
  forms: formCommands(through, solve),
  bookings: bookingCommands(through),
  sittings: sittingCommands(through),
  attempts: attemptCommands(through, { saving, sitting }),
  readiness: readinessCommands(through, saving),
  copies: copyCommands(through),
  receipts: receiptCommands(through),
  marking: markingCommands(through),
  awarding: awardingCommands(through),
});
