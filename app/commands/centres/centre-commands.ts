import type { Door } from "../door.ts";
import { addCentre } from "./add-centre.ts";

export const centreCommands = (through: Door) => ({ add: through(addCentre) });
