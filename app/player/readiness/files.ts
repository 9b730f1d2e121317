import type { Reported } from "../../exam/invigilation/readiness/measured.ts";

/** What the build wrote down for `public/exam-worker.js`. */
type Parts = { readonly version: string; readonly files: readonly string[] };

const atOnce = 6;

/** The list of the files the learner's page is made from; null when it does not come. */
export async function examParts(): Promise<Parts | null> {
  try {
    const answer = await fetch("/exam-parts.js", { cache: "no-store" });
    const text = await answer.text();
    return JSON.parse(text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1)) as Parts;
  } catch {
    return null;
  }
}

/** Fetches every file anew, past the browser's own cache, as many at a time as a browser would. */
export async function fetchFiles(files: readonly string[]): Promise<Reported["files"]> {
  const since = performance.now();
  const left = [...files];
  let missing = 0;
  const fetchOn = async () => {
    for (let file = left.shift(); file !== undefined; file = left.shift()) if (!(await comes(file))) missing += 1;
  };
  await Promise.all(Array.from({ length: atOnce }, fetchOn));
  return { count: files.length, missing, took: performance.now() - since };
}

async function comes(file: string): Promise<boolean> {
  try {
    const answer = await fetch(file, { cache: "reload" });
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
}

/** Whether the page's own letters are there, and not only asked for. */
export const fontIsHere = async () =>
  (await document.fonts.load('16px "Atkinson Hyperlegible"').catch(() => [])).length > 0;
