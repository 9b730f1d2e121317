import { useBlocker } from "@remix-run/react";
import { useRef } from "react";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { useAskBeforeLeaving } from "../../components/use-ask-before-leaving.ts";
import { useCopies } from "./use-room-copies.ts";

/** While the server is silent no page can be fetched, and this one could not be fetched again: it is not left without a word. */
export function StayWhileCutOff({ cutOff }: { readonly cutOff: boolean }) {
  const copies = useCopies().copies.size;
  const now = useRef(cutOff);
  now.current = cutOff;
  const blocker = useBlocker(
    ({ currentLocation: here, nextLocation: there }) =>
      now.current && `${here.pathname}${here.search}` !== `${there.pathname}${there.search}`,
  );
  useAskBeforeLeaving(cutOff);
  const stay = () => blocker.reset?.();
  const leave = () => blocker.proceed?.();
  return (
    <Dialog
      open={blocker.state === "blocked"}
      onClose={stay}
      title={cutOff ? "The server cannot be reached" : "The server is back"}
      actions={
        <>
          <Button onClick={stay}>Stay here</Button>
          <Button variant={cutOff ? "danger" : "quiet"} onClick={leave}>
            {cutOff ? "Leave all the same" : "Go on"}
          </Button>
        </>
      }
    >
      <p>
        {cutOff
          ? "The page you asked for cannot come, and this board could not be opened again until the server is back."
          : "The page you asked for can be opened now."}
      </p>
      {cutOff && copies > 0 && <p>{inTheRoom(copies)}, which a spare computer may need.</p>}
    </Dialog>
  );
}

const inTheRoom = (copies: number) =>
  copies === 1 ? "It holds a copy of a running test" : `It holds copies of ${copies} running tests`;
