import type { ActionFunctionArgs } from "@remix-run/node";
import type { Looked } from "../live/contract.ts";
import { examAnswer, examMessage } from "./exam-answer.ts";

/**
 * How the attempt stands, for a player whose network lets no socket through. It asks as the seat it holds, and is kept waiting where
 * it has heard all there was to tell.
 */
export const action = async ({ context, request }: ActionFunctionArgs) => {
  const { actor, tokenHash, attempt, requests } = context;
  const message = await examMessage(request);
  const look = () => context.commands.attempts.look(actor, message);
  if (tokenHash === null || attempt === null) return examAnswer(await look());

  const asking = { tokenHash, ...attempt };
  // What is told to whoever is signed in is nothing for a page that somebody before them has left open.
  if (!requests.isOf(asking, message)) return examAnswer(await look());
  const news = await requests.news(asking, message);
  if (news !== null) return examAnswer(news);

  // What is told while it is looked up, the next request finds.
  const heard = requests.heardNow(asking);
  const looked = await look();
  if (!looked.ok) return examAnswer(looked);
  requests.looked(asking);
  const answer: Looked = heard === null ? looked : { ...looked, heard };
  return examAnswer(answer);
};
