import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import {
  type ClientActionFunctionArgs,
  type ClientLoaderFunctionArgs,
  data,
  type ShouldRevalidateFunctionArgs,
  useLoaderData,
  useSearchParams,
} from "@remix-run/react";
import { LinkButton } from "../components/button.tsx";
import { DocumentIcon, PrintIcon, RoomIcon } from "../components/icons.tsx";
import { Page } from "../components/page.tsx";
import { inRole } from "../exam/people/actor.ts";
import { refusals } from "../exam/people/refusals.ts";
import type { Instant } from "../exam/time/time.ts";
import { fieldsOf, read, say } from "./answer.ts";
import { BoardScreen } from "./board/board-screen.tsx";
import { intents, isIntent } from "./board/intents.ts";
import { RoomClock } from "./board/room-clock.tsx";
import type { Told } from "./board/use-act.ts";
import { useLiveBoard } from "./board/use-live-board.ts";
import { StaffPage } from "./staff-frame.tsx";

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { board } = await read(context.views.sittings.board(context.actor, { sitting: params.sitting }), request);
  return {
    board,
    mayAct: inRole(context.actor, ["invigilator"]) !== null,
    mayPrint: inRole(context.actor, ["exams-officer", "invigilator"]) !== null,
  };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { intent, ...fields } = await fieldsOf(request);
  if (!isIntent(intent))
    return data<Told>({ ok: false, words: "The board does not know how to do that.", fields: {} }, { status: 422 });
  const { run, done } = intents[intent];
  const answer = await run({ context, sitting: params.sitting ?? "", fields, now: context.clock.now() });
  return answer.ok
    ? data<Told>({ ok: true, intent, words: done(answer), ...codeOf(answer) })
    : data<Told>(say(answer), { status: refusals[answer.refusal].status });
}

const codeOf = ({ code, until }: { readonly code?: string; readonly until?: Instant }) =>
  code === undefined || until === undefined ? {} : { move: { code, until } };

/** A network that fails must not take the board away: reading again just fails, and an action says that it was not sent. */
export async function clientLoader({ request, serverLoader }: ClientLoaderFunctionArgs) {
  const again = new URL(request.url).searchParams.has("again");
  try {
    return await serverLoader<typeof loader>();
  } catch (error) {
    if (again && !(error instanceof Response)) return null;
    throw error;
  }
}

export async function clientAction({ serverAction }: ClientActionFunctionArgs) {
  try {
    return await serverAction<typeof action>();
  } catch (error) {
    if (error instanceof Response) throw error;
    const words =
      "The server did not answer, so this may not have been done. See what the board says when it is live again.";
    return Response.json({ ok: false, words, fields: {} } satisfies Told, { status: 503 });
  }
}

/** After a refusal nothing has changed, and a page read again without a network would take the board away. */
export const shouldRevalidate = ({ actionStatus = 200 }: ShouldRevalidateFunctionArgs) => actionStatus < 400;

export const meta = () => [{ title: "Room · Examhall" }];

export default function Board() {
  const { board, mayAct, mayPrint } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const live = useLiveBoard(board);
  if (search.get("display") === "clock") {
    return (
      <Page bare width="full">
        <RoomClock live={live} />
      </Page>
    );
  }
  return (
    <StaffPage title={null} width="full">
      <BoardScreen live={live} mayAct={mayAct} opened={search.get("seat")} />
      <nav aria-label="More about this sitting" className="mt-6 flex flex-wrap gap-2 print:hidden">
        {mayPrint && (
          <LinkButton href={`/sittings/${board.sitting.id}/slips`} size="small" variant="plain" icon={<PrintIcon />}>
            Slips
          </LinkButton>
        )}
        <LinkButton href={`/sittings/${board.sitting.id}/report`} size="small" variant="plain" icon={<DocumentIcon />}>
          Report
        </LinkButton>
        <LinkButton href="?display=clock" target="_blank" size="small" variant="plain" icon={<RoomIcon />}>
          Clock for the wall
        </LinkButton>
      </nav>
      <noscript>
        <p className="mt-4 font-bold">
          Without scripts this board does not renew itself. Load the page again to see the room as it is.
        </p>
      </noscript>
    </StaffPage>
  );
}
