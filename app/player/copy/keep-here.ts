import { keepsACopy } from "../../exam/attempt/keeping.ts";
import { openBrowserStore } from "../browser-store.ts";
import { keepRoom } from "../kept-room.ts";
import { openVault, type Remembered } from "../vault.ts";
import type { CopyContents } from "./copier.ts";

type Opened = Pick<CopyContents, "room" | "remembered"> & { readonly form: Uint8Array };

/** Keeps a test that goes on here from the room's copy. False when this computer keeps nothing. */
export async function keepHere({ room, remembered, form }: Opened, open = openBrowserStore): Promise<boolean> {
  const found: Remembered[] = [];
  const vault = openVault(room.attempt, { changed: () => {}, found: (before) => found.push(before), open });
  await vault.write(together(remembered, await vault.read()));
  // What could be read only now was not written over.
  for (const before of found) await vault.write(together(remembered, before));
  await vault.writeForm(room.attempt, form);
  await keepRoom(room, open);
  const isKept = keepsACopy(vault.keeping);
  vault.close();
  return isKept;
}

/** The learner may have sat here before, and what did not leave this computer then is still to be sent. */
function together(remembered: Remembered, before: Remembered | null): Remembered {
  const own = before?.lease ? [{ lease: before.lease, waiting: before.waiting }] : [];
  return { ...remembered, behind: [...remembered.behind, ...(before?.behind ?? []), ...own] };
}
