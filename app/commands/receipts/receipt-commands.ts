import type { Door } from "../door.ts";
import { lookUpReceipt } from "./look-up-receipt.ts";

export const receiptCommands = (through: Door) => ({ lookUp: through(lookUpReceipt) });
