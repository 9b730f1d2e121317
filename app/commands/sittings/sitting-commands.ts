import type { Door } from "../door.ts";
import { evacuate, returnToRoom } from "./evacuation.ts";
import { closeIncident, writeIncident } from "./incidents.ts";
import { makeUpLostTime } from "./make-up.ts";
import { announce, endSitting, openSitting } from "./run-sitting.ts";
import { admitAll, pauseAll, resumeAll, startAll } from "./whole-room.ts";

export const sittingCommands = (through: Door) => ({
  open: through(openSitting),
  end: through(endSitting),
  announce: through(announce),
  admitAll: through(admitAll),
  startAll: through(startAll),
  pauseAll: through(pauseAll),
  resumeAll: through(resumeAll),
  evacuate: through(evacuate),
  returnToRoom: through(returnToRoom),
  makeUp: through(makeUpLostTime),
  writeIncident: through(writeIncident),
  closeIncident: through(closeIncident),
});
