import type { Door } from "../door.ts";
import { loadBank } from "./load-bank.ts";
import { loadKnowledge } from "./load-knowledge.ts";
import type { PackageReader } from "./package-reader.ts";
import { readSlice } from "./read-slice.ts";
import { receivePackage } from "./receive-package.ts";

export const bankCommands = (through: Door, reader: PackageReader) => ({
  load: through(loadBank),
  loadKnowledge: through(loadKnowledge),
  receivePackage: through(receivePackage(reader)),
  readSlice: through(readSlice(reader)),
});
