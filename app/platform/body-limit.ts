import type { RequestHandler } from "express";

/** What a learner's machine may send at once, in bytes, over a socket or over HTTP: all it gathered while offline. */
export const largestMessage = 5_000_000;
/** No other form on any page is larger, in bytes. */
const largestForm = 1_000_000;

/** A package of questions with its pictures, in bytes; its route looks who sends it before it reads. */
const largestPackage = 200_000_000;

/** A picture of 1 MB as text, or an item, in bytes. */
const largestDraft = 2_000_000;

const mostFor = (path: string) => {
  if (path.startsWith("/exam/")) return largestMessage;
  if (path.startsWith("/bank/item-drafts/")) return largestDraft;
  return path.startsWith("/bank/import") ? largestPackage : largestForm;
};

/** Refuses a request that carries more than anybody needs to send, before anything of it is read. */
export const bodyLimit: RequestHandler = (request, response, next) => {
  const most = mostFor(request.path);
  if (Number(request.headers["content-length"] ?? 0) > most) {
    response.status(413).set("Connection", "close").json({ words: "That is more than can be sent at once." });
    return;
  }
  // A body that states its length is held to it; only one that comes in pieces has to be counted.
  if (request.headers["transfer-encoding"] !== undefined) {
    let received = 0;
    // Listening would set the body flowing before its reader is there.
    request.pause();
    request.on("data", (piece: Buffer) => {
      received += piece.length;
      if (received > most) request.destroy(new Error("The request carries more than can be sent at once."));
    });
  }
  next();
};
