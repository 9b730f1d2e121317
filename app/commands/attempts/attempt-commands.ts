import type { Door } from "../door.ts";
import { admitLearner } from "./admit.ts";
import { attend, look } from "./attend.ts";
import { expire } from "./expire.ts";
import { handIn } from "./hand-in.ts";
import {
  grantTime,
  pauseAttempt,
  resumeAttempt,
  sendLearnerBack,
  startAttempt,
  terminateAttempt,
} from "./invigilate.ts";
import { makeReady } from "./make-ready.ts";
import { markRegister } from "./mark-register.ts";
import { releaseAttempt } from "./move-desk.ts";
import { openReplay } from "./open-replay.ts";
import { type SaveDeps, saveEntries } from "./save-entries.ts";
import { type SitAgainDeps, sitAgain } from "./sit-again.ts";
import { speakOnAside } from "./speak-on-aside.ts";
import { submit } from "./submit.ts";
import { tellKeeping } from "./tell-keeping.ts";

export function attemptCommands(through: Door, { saving, sitting }: { saving: SaveDeps; sitting: SitAgainDeps }) {
  const save = saveEntries(saving);
  const again = sitAgain(sitting);
  const submitted = through(submit);
  return {
    attend: again.attend(through(attend)),
    look: again.look(through(look)),
    makeReady: through(makeReady),
    save,
    submit: submitted,
    handIn: handIn({ save, submit: submitted }),
    tellKeeping: through(tellKeeping),
    expire: through(expire),
    admit: through(admitLearner),
    sendBack: through(sendLearnerBack),
    start: through(startAttempt),
    pause: through(pauseAttempt),
    resume: through(resumeAttempt),
    grantTime: through(grantTime),
    release: through(releaseAttempt),
    terminate: through(terminateAttempt),
    markRegister: through(markRegister),
    openReplay: through(openReplay),
    speakOnAside: through(speakOnAside),
  };
}
