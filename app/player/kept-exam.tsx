import { Exam } from "./exam.tsx";
import { NothingKept, Opening } from "./screens/elsewhere.tsx";
import { useKeptRoom } from "./use-kept-room.ts";

/** The test as this computer keeps it, when the page has come without the server. */
export function KeptExam({ onMustStay }: { readonly onMustStay: (mustStay: boolean) => void }) {
  const room = useKeptRoom();
  if (room === "looking") return <Opening broken={false} words="Opening your test" />;
  return room === null ? <NothingKept /> : <Exam room={room} onMustStay={onMustStay} />;
}
