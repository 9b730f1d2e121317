import type { Limits } from "../../rulebook/readiness-policy.ts";
import type { Saves } from "./measured.ts";
import { against, tookWords } from "./took.ts";
import { type Found, failed, passed, warned } from "./verdict.ts";

const askTechnician = "Ask your technician what slows the network down, then check again.";

/** Whether what was saved is safe, and how long somebody would have waited to hear so. */
export function savingFound({ sent, acknowledged, slowest }: Saves, stored: number, limits: Limits): Found {
  if (sent === 0) return failed("No answer could be saved.", askTechnician);
  if (acknowledged < sent)
    return failed(`${sent - acknowledged} of ${sent} answers were not acknowledged by the server.`, askTechnician);
  if (stored < acknowledged)
    return failed(
      `The server acknowledged ${acknowledged} answers and holds ${stored}.`,
      "This must never happen: tell whoever runs this Examhall.",
    );
  const slow = `Saving took up to ${tookWords(slowest)}.`;
  switch (against(slowest, limits)) {
    case "passed":
      return passed(`${sent} answers saved, each within ${tookWords(slowest)}`);
    case "warned":
      return warned(`${slow} Nothing is lost, and the learner waits to see it safe.`, askTechnician);
    case "failed":
      return failed(slow, askTechnician);
  }
}
