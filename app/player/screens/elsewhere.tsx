import { useEffect } from "react";
import { Button, LinkButton } from "../../components/button.tsx";
import { LockIcon, OfflineIcon, PersonIcon, RoomIcon } from "../../components/icons.tsx";
import { Notice } from "../../components/notice.tsx";
import { keepsACopy } from "../../exam/attempt/keeping.ts";
import { forgetRoom } from "../kept-room.ts";
import type { Room } from "../room.ts";
import type { Snapshot } from "../snapshot.ts";
import { useOpenWhenBack } from "../use-open-when-back.ts";
import { CalmScreen } from "./calm-screen.tsx";
import { SignOutButton } from "./sign-out-button.tsx";
import { whoOf } from "./who.ts";

/** Every reason why this page may not work on the test. None of them shows a question. */

export function OtherTab() {
  return (
    <CalmScreen
      title="Your test is open in another tab"
      lead="Go back to that tab and carry on there. If you have closed it, this one takes over by itself."
      icon={<RoomIcon />}
    />
  );
}

type Moved = { readonly room: Room; readonly snapshot: Snapshot; readonly onStay: () => void };

export function Moved({ room, snapshot, onStay }: Moved) {
  return (
    <CalmScreen
      title="Your test has moved away from this computer"
      lead="Carry on at the computer the invigilator gave you: everything you saved is there."
      who={whoOf(room)}
      icon={<LockIcon />}
    >
      {snapshot.waiting > 0 && (
        <Notice tone="warn" title="Something is still on its way">
          This computer still holds work that was not saved. Leave it on and tell the invigilator.
        </Notice>
      )}
      <p className="measure">If the invigilator has put you back at this computer, you can carry on here.</p>
      <div className="flex flex-wrap gap-3">
        <Button variant="quiet" onClick={onStay}>
          Carry on here
        </Button>
        <SignOutButton />
      </div>
    </CalmScreen>
  );
}

export function NotSeated({ words, onAgain }: { readonly words: string | null; readonly onAgain: () => void }) {
  return (
    <CalmScreen title="Please raise your hand" lead={words ?? "Your test cannot be opened here."} icon={<PersonIcon />}>
      <div className="flex flex-wrap gap-3">
        <Button onClick={onAgain}>Try again</Button>
        <SignOutButton />
      </div>
    </CalmScreen>
  );
}

/** The page came without the server, and there is no test to go on with. */
export function NothingKept() {
  useOpenWhenBack();
  return (
    <CalmScreen
      title="There is no connection"
      lead="This computer keeps no test to go on with. Please raise your hand; the page opens by itself when the connection is back."
      icon={<OfflineIcon />}
    >
      <div>
        <Button onClick={() => location.reload()}>Try again</Button>
      </div>
    </CalmScreen>
  );
}

const signedOutWords = {
  nothing: "Sign in again with the slip the invigilator gave you.",
  kept: "Your answers are kept on this computer and are sent when you sign in again here.",
  onlyHere:
    "Your last answers are only on this page. Leave it open and do not reload it. Sign in again in a new tab, then come back to this one: it sends them and goes on by itself.",
} as const;

/** No way to sign out stands here: it is somebody else who would be signed out by it. */
const somebodyElseWords = {
  nothing: "Nothing of your test is left on this page. To go on with it, tell the invigilator.",
  kept: "Your last answers are kept on this computer and are sent when you sign in again here. Tell the invigilator.",
  onlyHere: "Your last answers are only on this page. Leave it open, do not reload it, and tell the invigilator.",
} as const;

type SignedOut = { readonly room: Room; readonly snapshot: Snapshot };

export function SignedOut({ room, snapshot: { waiting, keeping, somebodyElse } }: SignedOut) {
  const { attempt } = room;
  useEffect(() => void forgetRoom(attempt), [attempt]);
  const what = waiting === 0 ? "nothing" : keepsACopy(keeping) ? "kept" : "onlyHere";
  if (somebodyElse)
    return (
      <CalmScreen
        title="Somebody else has signed in at this computer"
        lead={somebodyElseWords[what]}
        who={whoOf(room)}
        icon={<LockIcon />}
      />
    );
  return (
    <CalmScreen title="You are signed out" lead={signedOutWords[what]} icon={<LockIcon />}>
      <div>
        {what === "onlyHere" ? (
          <LinkButton href="/learner" target="_blank">
            Sign in again in a new tab
          </LinkButton>
        ) : (
          <LinkButton href="/learner">Sign in again</LinkButton>
        )}
      </div>
    </CalmScreen>
  );
}

type Opening = { readonly broken: boolean; readonly words: string };

export function Opening({ broken, words }: Opening) {
  return broken ? (
    <CalmScreen
      title="Please raise your hand"
      lead="The test on this computer could not be opened. Nothing you have done is lost."
      icon={<PersonIcon />}
    />
  ) : (
    <CalmScreen title={words} lead="This takes a moment. If it takes longer, raise your hand." icon={<LockIcon />} />
  );
}
