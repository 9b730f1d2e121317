import type { Door } from "../door.ts";
import { loadBank } from "./load-bank.ts";
import type { PackageReader } from "./package-reader.ts";
import { readSlice } from "./read-slice.ts";
import { receivePackage } from "./receive-package.ts";

export const bankCommands = (through: Door, reader: PackageReader) => ({
  load: through(loadBank),
  receivePackage: through(receivePackage(reader)),
  readSlice: through(readSlice(reader)),
});
