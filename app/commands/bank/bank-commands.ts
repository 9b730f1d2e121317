import type { Door } from "../door.ts";
import { loadBank } from "./load-bank.ts";

export const bankCommands = (through: Door) => ({ load: through(loadBank) });
