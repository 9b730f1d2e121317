import { useBlocker } from "@remix-run/react";
import { useEffect } from "react";
import { Button } from "../../../components/button.tsx";
import { Dialog } from "../../../components/dialog.tsx";
import type { ItemEditor } from "../use-item-editor.ts";

/** Going elsewhere waits for the last save; where that cannot be, it asks. */
export function WaitToLeave({ editor: { saver, saving } }: { readonly editor: ItemEditor }) {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => currentLocation.pathname !== nextLocation.pathname && !saver.isSafe(),
  );
  const isBlocked = blocker.state === "blocked";
  useEffect(() => {
    if (!isBlocked) return;
    saver.flush().then((isSaved) => {
      if (isSaved) blocker.proceed?.();
    });
  }, [isBlocked, blocker, saver]);
  const stuck = saving.kind === "unheard" || saving.kind === "refused" || saving.kind === "overtaken";
  return (
    <Dialog open={isBlocked && stuck} onClose={() => blocker.reset?.()} title="Your last changes are not saved yet">
      <p>
        {saving.kind === "unheard"
          ? "They are saved as soon as the connection is back, as long as this page stays open."
          : "See at the top of the page why they were not saved."}
      </p>
      <div className="flex flex-wrap gap-3">
        <Button onClick={() => blocker.reset?.()}>Stay</Button>
        <Button variant="danger" onClick={() => blocker.proceed?.()}>
          Leave and lose them
        </Button>
      </div>
    </Dialog>
  );
}
