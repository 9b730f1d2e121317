import { Status } from "../../components/status.tsx";
import type { Told } from "./told.ts";

/** Beside what was pressed: being sent, done, or refused and why. It is never called done before the server says so. */
export function ToldLine({ busy, told }: { readonly busy: boolean; readonly told: Told | null }) {
  if (busy) return <p className="text-ink-soft">Sending…</p>;
  if (told === null) return null;
  const details = told.ok ? [] : Object.values(told.fields);
  return (
    <p>
      <Status tone={told.ok ? "good" : "bad"} wrap>
        {[told.words, ...details].join(" ")}
      </Status>
    </p>
  );
}
