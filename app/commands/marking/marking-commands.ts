import type { Door } from "../door.ts";
import { decideOnAside } from "./decide-aside.ts";
import { giveMark } from "./give-mark.ts";
import { putBack } from "./put-back.ts";
import { sendToSenior } from "./send-to-senior.ts";
import { takeResponses } from "./take-responses.ts";
import { undoMark } from "./undo-mark.ts";

export const markingCommands = (through: Door) => ({
  take: through(takeResponses),
  give: through(giveMark),
  sendToSenior: through(sendToSenior),
  undo: through(undoMark),
  putBack: through(putBack),
  decideOnAside: through(decideOnAside),
});
