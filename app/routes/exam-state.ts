import type { ActionFunctionArgs } from "@remix-run/node";
import type { Looked } from "../live/contract.ts";
import { examAnswer, examMessage } from "./exam-answer.ts";

/**
 * How the attempt stands, for a player whose network lets no socket through. It asks as the seat it holds, and is kept waiting where
 * it has heard all there was to tell.
 */
export const action = async ({ context, request }: ActionFunctionArgs) => {
  const { actor, tokenHash, requests } = context;
  const message = await examMessage(request);
  const look = () => context.commands.attempts.look(actor, message);
  if (actor?.kind !== "candidate" || tokenHash === null) return examAnswer(await look());

  const news = await requests.news(tokenHash, message);
  if (news !== null) return examAnswer(news);

  // What is told while it is looked up, the next request finds.
  const now = requests.heardNow(tokenHash);
  const looked = await look();
  if (!looked.ok) return examAnswer(looked);
  await requests.looked(tokenHash, looked.state.attempt);
  const answer: Looked = now === null ? looked : { ...looked, heard: now };
  return examAnswer(answer);
};
