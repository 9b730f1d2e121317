import type { ReadinessPolicy } from "../../rulebook/readiness-policy.ts";
import type { Measured } from "./measured.ts";
import { against, tookWords } from "./took.ts";
import { type Found, failed, passed, warned } from "./verdict.ts";

/** What is to be said of the page and what it gets over the network, one thing each. */

const allow = "Ask your technician to let everything from this address through, then check again.";

export function filesFound({ files: { count, missing, took } }: Measured, { files }: ReadinessPolicy): Found {
  if (count === 0) return failed("The list of the page's files did not come.", allow);
  if (missing > 0) return failed(`${missing} of ${count} files of the page did not come.`, allow);
  const verdict = against(took, files);
  if (verdict === "passed") return passed(`${count} files in ${tookWords(took)}`);
  const words = `Fetching the page's files took ${tookWords(took)}.`;
  const advice = "Find out what slows the network down, or let learners open the page in good time.";
  return verdict === "warned" ? warned(words, advice) : failed(words, advice);
}

export const fontFound = ({ font }: Measured): Found =>
  font
    ? passed("The page's own letters are here")
    : warned("The page's own letters did not come; the browser's stand in for them.", allow);

export function lineFound({ line: { opened, breaks } }: Measured, { line }: ReadinessPolicy): Found {
  const advice = "Ask your technician to let WebSocket connections to this address through.";
  if (opened === null)
    return warned(
      "The live line (WebSocket) is blocked. The test works by ordinary requests instead, and what the invigilator does arrives up to two seconds later.",
      advice,
    );
  if (breaks > 0) return warned(`The live line broke ${breaks === 1 ? "once" : `${breaks} times`}.`, advice);
  return opened >= line
    ? warned(`The live line took ${tookWords(opened)} to open.`, advice)
    : passed(`Open after ${tookWords(opened)}`);
}

export function formFound({ form: { fetched, opened } }: Measured, policy: ReadinessPolicy): Found {
  if (fetched === null) return failed("The locked demonstration test did not arrive.", allow);
  if (opened === null)
    return failed(
      "The locked demonstration test could not be opened with its key.",
      "Check again; if it stays so, something on the network changes what is sent.",
    );
  const words = `The locked test came in ${tookWords(fetched)}, and its first question ${tookWords(opened)} after the start`;
  const slow = [against(fetched, policy.form), against(opened, policy.start)];
  const advice = "Find out what slows the network or this computer down, then check again.";
  if (slow.includes("failed")) return failed(`${words}.`, advice);
  return slow.includes("warned") ? warned(`${words}.`, advice) : passed(words);
}

export function questionsFound({ drawn }: Measured, { drawing }: ReadinessPolicy): Found {
  const broken = drawn.filter(({ took }) => took === null).map(({ type }) => type);
  if (drawn.length === 0) return failed("No question could be shown.", "Use a current browser, then check again.");
  if (broken.length > 0)
    return failed(
      `These kinds of question could not be shown: ${broken.join(", ")}.`,
      "Use a current browser; if it stays so, tell whoever runs this Examhall.",
    );
  const slowest = Math.max(...drawn.map(({ took }) => took ?? 0));
  const words = `Showing a question took up to ${tookWords(slowest)}.`;
  const advice = "Close other programs on this computer, or use another one.";
  switch (against(slowest, drawing)) {
    case "passed":
      return passed(`${drawn.length} kinds of question, each within ${tookWords(slowest)}`);
    case "warned":
      return warned(words, advice);
    case "failed":
      return failed(words, advice);
  }
}
