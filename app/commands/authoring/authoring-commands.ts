import type { Door } from "../door.ts";
import type { ItemFiles } from "./item-files.ts";
import { closeDraft, openDraft } from "./open-draft.ts";
import { putPicture } from "./put-picture.ts";
import { saveDraft } from "./save-draft.ts";
import { draftFrom, startDraft } from "./start-draft.ts";

/** Items from the first word until they are taken out of use. */
export const authoringCommands = (through: Door, files: ItemFiles) => ({
  startDraft: through(startDraft),
  draftFrom: through(draftFrom),
  saveDraft: through(saveDraft),
  openDraft: through(openDraft),
  closeDraft: through(closeDraft),
  putPicture: through(putPicture(files)),
});
