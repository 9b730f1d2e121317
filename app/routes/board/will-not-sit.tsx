import { Notice } from "../../components/notice.tsx";
import type { Seat } from "../../live/contract.ts";
import { Who } from "./room-actions.tsx";

/** Who has come and waits, said before the sitting ends without them. */
export function WillNotSit({ seats }: { readonly seats: readonly Seat[] }) {
  if (seats.length === 0) return null;
  const one = seats.length === 1;
  return (
    <Notice
      tone="warn"
      title={`${one ? "1 learner waits" : `${seats.length} learners wait`} and will not be able to sit the test`}
    >
      {one ? "They have" : "They have all"} come and not started. If they are to sit it, start them first.
      <Who seats={seats} />
    </Notice>
  );
}
