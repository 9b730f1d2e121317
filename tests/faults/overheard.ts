import type { BrowserContext, Page, Request } from "@playwright/test";
import type { Entry } from "../../app/exam/attempt/entry.ts";
import type { Acknowledged } from "./account.ts";

type Sent = { readonly attempt: string; readonly lease: string; readonly entries: readonly Entry[] };
type Answer = { readonly ok?: boolean; readonly savedThrough?: number };

/** Socket.io writes a message that wants an answer as `42<number>["save",{…}]`, and the answer as `43<number>[{…}]`. */
const message = /^42(\d+)(\["(?:save|submit)",.*)$/s;
const answered = /^43(\d+)(\[.*)$/s;

/** Listens in on what a browser sends and what of it the server calls safe, on whichever way it goes. */
export function overhear(context: BrowserContext) {
  const told = new Map<string, Acknowledged>();
  const safe = ({ attempt, lease, entries }: Sent, { ok, savedThrough }: Answer) => {
    if (!ok) return;
    const through = savedThrough ?? entries.at(-1)?.seq ?? 0;
    for (const entry of entries) if (entry.seq <= through) told.set(`${lease} ${entry.seq}`, { attempt, lease, entry });
  };
  const bySocket = (page: Page) =>
    page.on("websocket", (socket) => {
      const open = new Map<string, Sent>();
      socket.on("framesent", ({ payload }) => {
        const [, number, text] = message.exec(String(payload)) ?? [];
        if (number && text) open.set(number, (JSON.parse(text) as [string, Sent])[1]);
      });
      socket.on("framereceived", ({ payload }) => {
        const [, number = "", text] = answered.exec(String(payload)) ?? [];
        const sent = open.get(number);
        if (sent && text) safe(sent, (JSON.parse(text) as [Answer])[0]);
      });
    });
  context.pages().forEach(bySocket);
  context.on("page", bySocket);
  context.on("requestfinished", async (request) => {
    if (!/\/exam\/(save|submit)$/.test(request.url())) return;
    const answer: unknown = await answerTo(request);
    if (answer) safe(request.postDataJSON() as Sent, answer as Answer);
  });
  return { acknowledged: (): readonly Acknowledged[] => [...told.values()] };
}

/** What came back; null when the page was gone before it could be read. */
const answerTo = async (request: Request): Promise<unknown> => {
  try {
    return (await (await request.response())?.json()) ?? null;
  } catch {
    return null;
  }
};
