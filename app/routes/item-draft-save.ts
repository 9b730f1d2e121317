import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { inWords, refusals } from "../exam/people/refusals.ts";

const doings = { save: "saveDraft", open: "openDraft", close: "closeDraft", picture: "putPicture" } as const;
const isDoing = (does: unknown): does is keyof typeof doings => typeof does === "string" && Object.hasOwn(doings, does);

/** What is stored now of a draft, for a writer whose page holds something else. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const found = await context.views.authoring.draft(context.actor, { draft: params.draft });
  if (!found.ok) return Response.json({ ...found, words: inWords(found) }, { status: refusals[found.refusal].status });
  const { revision, content, changedAt, changedBy } = found.draft;
  return Response.json({ ok: true, draft: { revision, content, changedAt, changedBy } });
}

/** One step of the editor as JSON: `{does, …}` in, the command's answer out, with the refusal in words. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { does, ...input } = Object(await request.json().catch(() => null));
  if (!isDoing(does)) return Response.json({ ok: false }, { status: 404 });
  const answer = await context.commands.authoring[doings[does]](context.actor, { ...input, draft: params.draft });
  if (answer.ok) return Response.json(answer);
  return Response.json({ ...answer, words: inWords(answer) }, { status: refusals[answer.refusal].status });
}
