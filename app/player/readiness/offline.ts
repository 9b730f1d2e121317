import type { Reported } from "../../exam/invigilation/readiness/measured.ts";

/** Milliseconds. */
const patience = 20_000;
const look = 200;

/**
 * Whether a reload of the test's page would work without a network, as far as a page can find out: the worker of
 * `public/exam-worker.js` is at work, and keeps the page and every file of it.
 */
export async function offlineReady(parts: {
  readonly version: string;
  readonly files: readonly string[];
}): Promise<Reported["offline"]> {
  if (!("serviceWorker" in navigator) || !("caches" in globalThis)) return "impossible";
  try {
    const worker = await navigator.serviceWorker.register("/exam-worker.js", {
      scope: "/exam",
      updateViaCache: "none",
    });
    for (let waited = 0; waited < patience; waited += look) {
      if (worker.active !== null && (await keepsAll(parts))) return "ready";
      await new Promise((done) => setTimeout(done, look));
    }
    return "incomplete";
  } catch {
    return "impossible";
  }
}

async function keepsAll({ version, files }: { readonly version: string; readonly files: readonly string[] }) {
  const cache = await caches.open(`examhall-exam ${version}`);
  for (const file of [...files, "/exam?kept"]) if ((await cache.match(file)) === undefined) return false;
  return true;
}
