import type { Keeping } from "../../attempt/keeping.ts";
import type { ReadinessPolicy } from "../../rulebook/readiness-policy.ts";
import type { Measured } from "./measured.ts";
import { against, tookWords } from "./took.ts";
import { type Found, failed, passed, warned } from "./verdict.ts";

/** What is to be said of the computer and its browser, one thing each. */

export function browserFound({ browser: { name, version } }: Measured, { oldest }: ReadinessPolicy): Found {
  if (name === "other" || version === null)
    return warned("This browser is not one we know.", "Use a current Chrome, Edge, Firefox or Safari if there is one.");
  const least = oldest[name];
  return version >= least
    ? passed(`${name} ${version}`)
    : failed(`${name} ${version} is too old: pages will look broken.`, `Update it to ${name} ${least} or later.`);
}

export const secureFound = ({ secure }: Measured): Found =>
  secure
    ? passed("A locked test can be opened here")
    : failed(
        "The page did not come over https, so this browser will not open a locked test.",
        "Use the address that begins with https.",
      );

export function screenFound({ screen }: Measured, { screen: wanted, smallestZoom }: ReadinessPolicy): Found {
  const { width, height, zoom } = screen;
  const size = `${Math.round(width)} × ${Math.round(height)}`;
  if (width < wanted.least.width || height < wanted.least.height)
    return failed(`The window is only ${size}: questions do not fit in it.`, "Make the window larger, or zoom out.");
  if (width < wanted.comfortable.width || height < wanted.comfortable.height)
    return warned(
      `The window has room for ${size}: learners will have to scroll.`,
      "Make the window as large as the screen, and set the zoom to 100 %.",
    );
  if (zoom < smallestZoom)
    return warned(`The browser is zoomed out to ${Math.round(zoom)} %: letters are very small.`, "Set it to 100 %.");
  return passed(`${size}`);
}

export function clockFound({ clockAhead }: Measured, { clock }: ReadinessPolicy): Found {
  const off = Math.abs(clockAhead);
  const words = `This computer's clock is ${tookWords(off)} ${clockAhead > 0 ? "ahead" : "behind"}`;
  switch (against(off, clock)) {
    case "passed":
      return passed(`Right to within ${tookWords(off)}`);
    case "warned":
      return warned(`${words}: the test will still be timed by the server.`, "Tell your technician.");
    case "failed":
      return failed(
        `${words}. With a clock so wrong a browser may refuse the connection.`,
        "Have your technician set the clock, then check again.",
      );
  }
}

export function storageFound({ storage }: Measured, policy: ReadinessPolicy): Found {
  const { keeping, room } = storage;
  const ailing = keepingFound[keeping];
  if (ailing !== null) return ailing;
  if (room === null) return passed("Keeps a sealed copy of the answers");
  if (room < policy.storage.fail)
    return failed(`There is hardly any room left for answers: ${bytes(room)}.`, "Free some space on the disk.");
  if (room < policy.storage.warn)
    return warned(
      `There is little room for answers: ${bytes(room)}. A private window or a full disk is the usual reason.`,
      "Use an ordinary window, or free some space on the disk.",
    );
  return passed(`Keeps a sealed copy of the answers; room for ${bytes(room)}`);
}

const keepingFound: Record<Keeping, Found | null> = {
  kept: null,
  cleared: warned(
    "This browser's storage was emptied in the middle of the check.",
    "Find out what empties it: a clean-up program, or a setting of the browser.",
  ),
  full: failed(
    "This computer is full: it cannot keep a copy of the answers.",
    "Free some space on the disk, then check again.",
  ),
  refused: failed(
    "This browser keeps no copy of the answers: without a network, what is typed would be lost on a reload.",
    "Use an ordinary window instead of a private one, and let this address store data.",
  ),
};

const bytes = (count: number) =>
  count >= 1e9 ? `${Math.floor(count / 1e9)} GB` : count >= 1e6 ? `${Math.floor(count / 1e6)} MB` : "under 1 MB";

export function offlineFound({ offline }: Measured): Found {
  switch (offline) {
    case "ready":
      return passed("The page comes back without a network");
    case "incomplete":
      return warned(
        "Not every file of the page could be kept here: without a network it would not come back after a reload.",
        "Check again; if it stays so, free some space on the disk or allow this address to store data.",
      );
    case "impossible":
      return warned(
        "This browser cannot keep the page: without a network it would not come back after a reload.",
        "Use an ordinary window of a current browser.",
      );
  }
}

export function keyboardFound({ keyboard }: Measured): Found {
  switch (keyboard) {
    case "right":
      return passed("Types what its keys show");
    case "wrong":
      return warned(
        "The keyboard types other signs than its keys show.",
        "Set the computer's keyboard to the layout of its keys (for most: English, United Kingdom).",
      );
    case "untried":
      return warned("The keyboard was not tried.", "Type the line shown on that computer.");
  }
}

export const otherTabsFound = ({ otherTabs }: Measured): Found =>
  otherTabs === 0
    ? passed("No other test is open in this browser")
    : warned("Another test page is open in this browser.", "Close every other window and tab.");
