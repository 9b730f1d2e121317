import type { Door } from "../door.ts";
import { comment, resolveComment } from "./comments.ts";
import { declareEnemies, endEnemies } from "./enemies.ts";
import type { ItemFiles } from "./item-files.ts";
import { closeDraft, openDraft } from "./open-draft.ts";
import { publish } from "./publish.ts";
import { putPicture } from "./put-picture.ts";
import { retireItem, reviveItem } from "./retire-item.ts";
import { approve, drop, returnToWriter, sendToReview } from "./review.ts";
import { saveDraft } from "./save-draft.ts";
import { draftFrom, draftFromImport, startDraft } from "./start-draft.ts";

/** Items from the first word until they are taken out of use. */
export const authoringCommands = (through: Door, files: ItemFiles) => ({
  startDraft: through(startDraft),
  draftFrom: through(draftFrom),
  draftFromImport: through(draftFromImport(files)),
  saveDraft: through(saveDraft),
  openDraft: through(openDraft),
  closeDraft: through(closeDraft),
  putPicture: through(putPicture(files)),
  sendToReview: through(sendToReview(files)),
  returnToWriter: through(returnToWriter),
  approve: through(approve),
  publish: through(publish(files)),
  drop: through(drop),
  comment: through(comment),
  resolveComment: through(resolveComment),
  declareEnemies: through(declareEnemies),
  endEnemies: through(endEnemies),
  retireItem: through(retireItem),
  reviveItem: through(reviveItem),
});
