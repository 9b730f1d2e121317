import { Form, useNavigation } from "@remix-run/react";
import { Button } from "../../components/button.tsx";
import { Disclosure } from "../../components/disclosure.tsx";
import { Field } from "../../components/field.tsx";
import { Panel } from "../../components/panel.tsx";
import { Badge, Status } from "../../components/status.tsx";
import { TextArea } from "../../components/text-area.tsx";
import type { ItemCommentLine } from "../../store/views/item-life.ts";
import { inLondon } from "../london-time.ts";

type Props = {
  readonly comments: readonly ItemCommentLine[];
  readonly writes: boolean;
  /** Where what is said is sent; this page when nothing is given. */
  readonly to?: string;
};

/** What people have said of an item: first what nobody has seen to yet. Nothing is ever taken away. */
export function CommentsPanel({ comments, writes, to }: Props) {
  const open = comments.filter(({ resolved }) => resolved === null);
  const done = comments.filter(({ resolved }) => resolved !== null);
  return (
    <Panel title="Comments" id="comments">
      <div className="grid gap-5">
        {open.length === 0 && (
          <p className="text-ink-soft">{done.length === 0 ? "None yet." : "All have been seen to."}</p>
        )}
        {open.length > 0 && <Lines comments={open} writes={writes} to={to} />}
        {writes && <Write key={comments.length} to={to} />}
        {done.length > 0 && (
          <Disclosure summary={`Seen to (${done.length})`}>
            <div className="pt-2">
              <Lines comments={done} writes={false} to={to} />
            </div>
          </Disclosure>
        )}
      </div>
    </Panel>
  );
}

function Lines({ comments, writes, to }: Props) {
  return (
    <ul className="grid gap-4">
      {comments.map((comment) => (
        <li key={comment.id} className="grid gap-1 border-s-4 border-line ps-4">
          <p className="flex flex-wrap items-baseline gap-x-2 text-sm text-ink-soft">
            <strong className="text-ink">{comment.by}</strong> {inLondon(comment.at)}
            {comment.place !== "" && <Badge>{comment.place}</Badge>}
          </p>
          <p className="measure whitespace-pre-line break-words">{comment.words}</p>
          {comment.resolved && (
            <p className="text-sm">
              <Status tone="good">Seen to</Status> by {comment.resolved.by}, {inLondon(comment.resolved.at)}
            </p>
          )}
          {writes && comment.resolved === null && (
            <Form method="post" action={to}>
              <input type="hidden" name="comment" value={comment.id} />
              <Button
                type="submit"
                name="intent"
                value="resolve"
                size="small"
                variant="quiet"
                aria-label={`Mark the comment of ${comment.by} as seen to`}
              >
                Mark as seen to
              </Button>
            </Form>
          )}
        </li>
      ))}
    </ul>
  );
}

function Write({ to }: Pick<Props, "to">) {
  const busy = useNavigation().formData?.get("intent") === "comment";
  return (
    <Form method="post" action={to} className="grid gap-3">
      <TextArea label="Comment" name="words" id="comment-words" rows={2} required maxLength={4_000} />
      <Field
        label="What it is about"
        name="place"
        id="comment-place"
        optional
        hint="Such as “choice A” or “mark scheme”"
        maxLength={80}
      />
      <div>
        <Button type="submit" name="intent" value="comment" variant="quiet" busy={busy && "Adding"}>
          Add the comment
        </Button>
      </div>
    </Form>
  );
}
