import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type ClientLoaderFunctionArgs, data, useLoaderData, useSearchParams } from "@remix-run/react";
import type { ReactNode } from "react";
import { LinkButton } from "../components/button.tsx";
import { DocumentIcon, PrintIcon, RoomIcon } from "../components/icons.tsx";
import { Page } from "../components/page.tsx";
import { toneIcon } from "../components/status.tsx";
import { inRole } from "../exam/people/actor.ts";
import { verdictTone } from "../player/readiness/finding-list.tsx";
import { read } from "./answer.ts";
import { answerOrder } from "./board/answer-order.ts";
import { BoardScreen } from "./board/board-screen.tsx";
import { RoomClock } from "./board/room-clock.tsx";
import { wholeUpTo } from "./board/seat-list.tsx";
import { SpareComputers } from "./board/spare-computers.tsx";
import { useLiveBoard } from "./board/use-live-board.ts";
import { RoomContext, useShown } from "./board/use-room.ts";
import { CopiesContext, useRoomCopies } from "./board/use-room-copies.ts";
import { orSignedOut, readAgain } from "./read-again.ts";
import { lastCheckWords } from "./readiness/check-words.ts";
import { StaffPage } from "./staff-frame.tsx";

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { board } = await read(context.views.sittings.board(context.actor, { sitting: params.sitting }), request);
  const { room } = await read(context.views.readiness.ofSitting(context.actor, { sitting: params.sitting }), request);
  return {
    board,
    readiness: {
      words: lastCheckWords(room.checks[0] ?? null, context.clock.now()),
      verdict: room.checks[0]?.ended?.verdict ?? null,
    },
    mayAct: inRole(context.actor, ["invigilator"]) !== null,
    mayPrint: inRole(context.actor, ["exams-officer", "invigilator"]) !== null,
  };
}

/** For whoever presses a button before the page has its scripts; after that the buttons send to `sitting-order`. */
export async function action(asked: ActionFunctionArgs) {
  const { told, status } = await answerOrder(asked);
  return data(told, { status });
}

export const clientLoader = ({ request, serverLoader }: ClientLoaderFunctionArgs) =>
  orSignedOut(request, readAgain({ request, serverLoader: () => serverLoader<typeof loader>() }));

export const meta = () => [{ title: "Room · Examhall" }];

export default function Board() {
  const { board } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const room = useLiveBoard(board);
  return (
    <RoomContext.Provider value={room}>
      {search.get("display") === "clock" ? (
        <Page bare width="full">
          <RoomClock />
        </Page>
      ) : (
        <Watching />
      )}
    </RoomContext.Provider>
  );
}

function Watching() {
  const { board, readiness, mayAct, mayPrint } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const ReadinessIcon = toneIcon[readiness.verdict === null ? "neutral" : verdictTone[readiness.verdict]];
  const { id } = board.sitting;
  const all = search.has("all");
  const isPart = board.seats.length > wholeUpTo && !all;
  return (
    <HoldCopies mayHold={mayAct}>
      <StaffPage title={null} width="full">
        <BoardScreen mayAct={mayAct} opened={search.get("seat")} all={all} />
        <nav aria-label="More about this sitting" className="mt-6 flex flex-wrap gap-2 print:hidden">
          {mayPrint && (
            <LinkButton href={`/sittings/${id}/slips`} size="small" variant="plain" icon={<PrintIcon />}>
              Slips
            </LinkButton>
          )}
          <LinkButton href={`/sittings/${id}/report`} size="small" variant="plain" icon={<DocumentIcon />}>
            Report
          </LinkButton>
          <LinkButton href={`/sittings/${id}/readiness`} size="small" variant="plain" icon={<ReadinessIcon />}>
            {readiness.words}
          </LinkButton>
          <LinkButton href="?display=clock" target="_blank" size="small" variant="plain" icon={<RoomIcon />}>
            Clock for the wall
          </LinkButton>
          {mayAct && <Spares />}
          {isPart && (
            <LinkButton href="?all" size="small" variant="plain">
              All {board.seats.length} seats on one page
            </LinkButton>
          )}
        </nav>
        <noscript>
          <p className="mt-4 font-bold">
            Without scripts this board does not renew itself. Load the page again to see the room as it is.
            {isPart && <a href="?all"> See all {board.seats.length} seats.</a>}
          </p>
        </noscript>
      </StaffPage>
    </HoldCopies>
  );
}

type HoldingProps = { readonly mayHold: boolean; readonly children: ReactNode };

/** Holds the room's copies around what it is given, which is not drawn again for every copy that comes. */
function HoldCopies({ mayHold, children }: HoldingProps) {
  const copies = useRoomCopies(useShown(), mayHold);
  return <CopiesContext.Provider value={copies}>{children}</CopiesContext.Provider>;
}

function Spares() {
  const { sitting, seats } = useShown();
  return sitting.phase !== "ended" && <SpareComputers seats={seats} />;
}
