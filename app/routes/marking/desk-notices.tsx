import { Button } from "../../components/button.tsx";
import { Notice } from "../../components/notice.tsx";
import type { Lost } from "./desk.ts";

type Props = {
  readonly unsent: number;
  readonly trouble: string | null;
  readonly lost: readonly Lost[];
  readonly onDismiss: () => void;
};

/** What has not been saved yet, and what could not be: neither ever passes in silence. */
export function DeskNotices({ unsent, trouble, lost, onDismiss }: Props) {
  return (
    <>
      {trouble !== null && (
        <Notice
          tone="warn"
          live
          title={unsent === 0 ? "Still trying" : `${decisions(unsent)} not saved yet, still trying`}
        >
          {trouble}
        </Notice>
      )}
      {lost.length > 0 && (
        <Notice
          tone="warn"
          live
          title={lost.length === 1 ? "One decision was not kept" : `${lost.length} decisions were not kept`}
          actions={
            <Button size="small" variant="quiet" onClick={onDismiss}>
              I have read this
            </Button>
          }
        >
          <ul>
            {[...new Set(lost.map(({ words }) => words))].map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}

const decisions = (count: number) => (count === 1 ? "One mark" : `${count} marks`);
