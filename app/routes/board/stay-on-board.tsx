import { useBlocker } from "@remix-run/react";
import { useRef } from "react";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { useAskBeforeLeaving } from "../../components/use-ask-before-leaving.ts";
import { useCopies } from "./use-room-copies.ts";

type Props = {
  /** The server is silent: no page can be fetched, and this one could not be fetched again. */
  readonly cutOff: boolean;
  /** Something has been written here and not been sent; it goes with the page. */
  readonly hasDrafts: boolean;
};

/** The board is not left without a word while it could not be opened again, or while something is half written. */
export function StayOnBoard({ cutOff, hasDrafts }: Props) {
  const copies = useCopies().copies.size;
  const asks = cutOff || hasDrafts;
  const now = useRef(asks);
  now.current = asks;
  const blocker = useBlocker(
    ({ currentLocation: here, nextLocation: there }) =>
      now.current && `${here.pathname}${here.search}` !== `${there.pathname}${there.search}`,
  );
  useAskBeforeLeaving(asks);
  const stay = () => blocker.reset?.();
  const leave = () => blocker.proceed?.();
  return (
    <Dialog
      open={blocker.state === "blocked"}
      onClose={stay}
      title={titleOf({ cutOff, hasDrafts })}
      actions={
        <>
          <Button onClick={stay}>Stay here</Button>
          <Button variant={asks ? "danger" : "quiet"} onClick={leave}>
            {asks ? "Leave all the same" : "Go on"}
          </Button>
        </>
      }
    >
      {hasDrafts && <p>What you have written here and not sent goes with this page. Send it first, or copy it.</p>}
      {cutOff && (
        <p>The page you asked for cannot come, and this board could not be opened again until the server is back.</p>
      )}
      {cutOff && copies > 0 && <p>{inTheRoom(copies)}, which a spare computer may need.</p>}
      {!asks && <p>The page you asked for can be opened now.</p>}
    </Dialog>
  );
}

function titleOf({ cutOff, hasDrafts }: Props) {
  if (cutOff) return "The server cannot be reached";
  return hasDrafts ? "Something is not sent yet" : "The server is back";
}

const inTheRoom = (copies: number) =>
  copies === 1 ? "It holds a copy of a running test" : `It holds copies of ${copies} running tests`;
