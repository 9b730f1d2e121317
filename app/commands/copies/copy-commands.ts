import type { Door } from "../door.ts";
import { comeWithCopy } from "./come-with-copy.ts";
import { giveCopyKit } from "./give-copy-kit.ts";
import { holdCopies } from "./hold-copies.ts";
import { openSpare } from "./open-spare.ts";
import { takePlace } from "./take-place.ts";

export const copyCommands = (through: Door) => ({
  giveKit: through(giveCopyKit),
  hold: through(holdCopies),
  openSpare: through(openSpare),
  comeWithCopy: through(comeWithCopy),
  takePlace: through(takePlace),
});
