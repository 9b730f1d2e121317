import type { Sent } from "./outbox.ts";

const signedOut = "You have been signed out. Sign in again in another tab; what you marked is kept here and sent then.";
const noConnection = "There is no connection at the moment. What you marked is kept here and sent when it is back.";

/** Sends one thing to the marking commands. Anything but a plain yes or no from the server is not an answer. */
export async function post(does: string, input: object): Promise<Sent<unknown>> {
  try {
    const answer = await fetch("/marking/send", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ does, ...input }),
    });
    if (answer.status === 401) return { kind: "unheard", words: signedOut };
    const said = await answer.json();
    if (said.ok === true) return { kind: "agreed", value: said };
    if (typeof said.refusal === "string") return { kind: "refused", refusal: said.refusal, words: said.words };
  } catch {
    // No answer at all, or none that can be read: the same as no connection.
  }
  return { kind: "unheard", words: noConnection };
}

/** One second, then longer, never more than fifteen; at once when the browser says that the network is back. */
export const pause = (tries: number) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(done, Math.min(15_000, 1_000 * 2 ** (tries - 1)));
    function done() {
      clearTimeout(timer);
      window.removeEventListener("online", done);
      resolve();
    }
    window.addEventListener("online", done);
  });
