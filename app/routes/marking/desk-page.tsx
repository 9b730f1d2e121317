import { useBlocker, useNavigate } from "@remix-run/react";
import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { Breadcrumbs } from "../../components/breadcrumbs.tsx";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import type { MarkingItem } from "../../store/views/marking-item.ts";
import { StaffPage } from "../staff-frame.tsx";
import { MarkingDesk } from "./marking-desk.tsx";
import { pause, post } from "./post.ts";

type Props = { readonly about: MarkingItem; readonly back: "/marking" | "/marking/senior" };

/** The desk in the frame of the staff pages. */
export function DeskPage({ about, back }: Props) {
  const navigate = useNavigate();
  const [unsent, setUnsent] = useState(0);
  /** As of the last thing done: somebody may leave before the page is drawn again. */
  const unsentNow = useRef(0);
  const tellUnsent = useCallback((count: number) => {
    unsentNow.current = count;
    setUnsent(count);
  }, []);
  const { item, queue } = about;
  const where = queue === "senior" ? "Doubts" : "Marking";
  return (
    <MarkingDesk
      about={about}
      post={post}
      pause={pause}
      onLeave={() => navigate(back)}
      onUnsent={tellUnsent}
      frame={({ progress, tools, desk }) => (
        <StaffPage
          title={item.title}
          lead={progress}
          actions={tools}
          width="full"
          breadcrumbs={<Breadcrumbs items={[{ href: back, label: where }, { label: item.title }]} />}
        >
          {desk}
          <WaitToLeave unsent={unsent} unsentNow={unsentNow} />
        </StaffPage>
      )}
    />
  );
}

/** A refusal that comes after the page has gone would never be read, so leaving waits for the last answer. */
function WaitToLeave({ unsent, unsentNow }: { readonly unsent: number; readonly unsentNow: RefObject<number> }) {
  const blocker = useBlocker(useCallback(() => (unsentNow.current ?? 0) > 0, [unsentNow]));
  const isBlocked = blocker.state === "blocked";
  useEffect(() => {
    if (isBlocked && unsent === 0) blocker.proceed?.();
  }, [isBlocked, unsent, blocker]);
  return (
    <Dialog open={isBlocked && unsent > 0} onClose={() => blocker.reset?.()} title="Your last marks are being saved">
      <p>This page closes by itself as soon as they are. If you leave now, you would not hear if one were not kept.</p>
      <div className="flex flex-wrap gap-3">
        <Button onClick={() => blocker.reset?.()}>Stay</Button>
        <Button variant="danger" onClick={() => blocker.proceed?.()}>
          Leave now
        </Button>
      </div>
    </Dialog>
  );
}
