import type { Door } from "../door.ts";
import {
  type DummySaving,
  reportFullRoom,
  reportMachine,
  saveFromDummy,
  takeSeats,
  tellKeyboard,
  tellStep,
} from "./dummy-seat.ts";
import { joinCheck } from "./join-check.ts";
import { endCheck, expireCheck, startCheck } from "./run-check.ts";

export const readinessCommands = (through: Door, saving: DummySaving) => ({
  start: through(startCheck),
  end: through(endCheck),
  expire: through(expireCheck),
  join: through(joinCheck),
  tellStep: through(tellStep),
  takeSeats: through(takeSeats),
  report: through(reportMachine),
  tellKeyboard: through(tellKeyboard),
  reportFullRoom: through(reportFullRoom),
  save: saveFromDummy(saving),
});
