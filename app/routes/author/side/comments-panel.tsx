import { useFetcher } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { Button } from "../../../components/button.tsx";
import { Disclosure } from "../../../components/disclosure.tsx";
import { Select } from "../../../components/select.tsx";
import { Badge } from "../../../components/status.tsx";
import { TextArea } from "../../../components/text-area.tsx";
import type { ItemStep } from "../../../exam/authoring/life.ts";
import type { Item } from "../../../exam/item/item.ts";
import type { ItemCommentLine, ItemEventLine } from "../../../store/views/item-life.ts";
import type { Said } from "../../answer.ts";
import { inLondon } from "../../london-time.ts";
import { commentPlaces, placeOfComment } from "./comment-places.ts";
import { goTo } from "./go-to.ts";

type Props = {
  readonly item: Item;
  readonly comments: readonly ItemCommentLine[];
  readonly events: readonly ItemEventLine[];
  readonly mayWrite: boolean;
};

/** What was said of the item, and what has happened to it. */
export function CommentsPanel({ item, comments, events, mayWrite }: Props) {
  const open = comments.filter(({ resolved }) => resolved === null);
  const done = comments.filter(({ resolved }) => resolved !== null);
  return (
    <div className="grid gap-5">
      {mayWrite && <NewComment item={item} />}
      <ul aria-label="Open comments" className="grid gap-3">
        {open.map((comment) => (
          <li key={comment.id}>
            <OneComment comment={comment} item={item} mayWrite={mayWrite} />
          </li>
        ))}
      </ul>
      {open.length === 0 && <p className="text-ink-soft">No comment waits to be seen to.</p>}
      {done.length > 0 && (
        <Disclosure summary={`Seen to (${done.length})`}>
          <ul className="grid gap-3">
            {done.map((comment) => (
              <li key={comment.id}>
                <OneComment comment={comment} item={item} mayWrite={false} />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      <section aria-label="What has happened" className="grid gap-2">
        <h2 className="text-lg">What has happened</h2>
        <ol className="grid gap-2 border-s-2 border-line ps-4">
          {events.map(({ id, at, step, by, words }) => (
            <li key={id} className="grid">
              <p>
                <b>{by}</b> {stepWords[step]} <span className="text-sm text-ink-soft">{inLondon(at)}</span>
              </p>
              {words !== "" && <p className="measure whitespace-pre-wrap">“{words}”</p>}
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}

const stepWords: Readonly<Record<ItemStep, string>> = {
  began: "began it",
  edited: "began to edit a version",
  imported: "made it of an import",
  sent: "sent it to review",
  changed: "changed it, so that it was a draft again",
  returned: "returned it",
  approved: "approved it",
  published: "published it",
  dropped: "dropped the draft",
  retired: "took the item out of use",
  revived: "took the item back into use",
  "enemies-declared": "declared it an enemy of another",
  "enemies-ended": "ended an enmity",
};

function OneComment({
  comment,
  item,
  mayWrite,
}: {
  readonly comment: ItemCommentLine;
  readonly item: Item;
  readonly mayWrite: boolean;
}) {
  const fetcher = useFetcher<Said | null>();
  const { id, place, words, by, at, resolved } = comment;
  const target = place === "" ? null : placeOfComment(place, item);
  return (
    <article className="grid gap-1 rounded-md border border-line bg-surface px-3 py-2">
      <p className="flex flex-wrap items-baseline gap-x-2 text-sm">
        <b>{by}</b>
        <span className="text-ink-soft">{inLondon(at)}</span>
        {place !== "" &&
          (target === null ? (
            <Badge>{place}</Badge>
          ) : (
            <button type="button" className="text-accent underline" onClick={() => goTo(target)}>
              {place}
            </button>
          ))}
      </p>
      <p className="measure break-words whitespace-pre-wrap">{words}</p>
      {resolved !== null && (
        <p className="text-sm text-ink-soft">
          Seen to by {resolved.by}, {inLondon(resolved.at)}
        </p>
      )}
      {mayWrite && (
        <fetcher.Form method="post">
          <input type="hidden" name="intent" value="resolve" />
          <input type="hidden" name="comment" value={id} />
          <Button type="submit" size="small" variant="plain" className="-ms-2.5" busy={fetcher.state !== "idle"}>
            Seen to
          </Button>
          {fetcher.data && (
            <p role="alert" className="text-sm text-bad">
              {fetcher.data.words}
            </p>
          )}
        </fetcher.Form>
      )}
    </article>
  );
}

function NewComment({ item }: { readonly item: Item }) {
  const fetcher = useFetcher<Said | null>();
  const form = useRef<HTMLFormElement>(null);
  const isSent = fetcher.state === "idle" && fetcher.data === null;
  useEffect(() => {
    if (isSent) form.current?.reset();
  }, [isSent]);
  return (
    <fetcher.Form ref={form} method="post" className="grid gap-3" noValidate>
      <input type="hidden" name="intent" value="comment" />
      <TextArea
        label="New comment"
        name="words"
        id="comment-words"
        rows={2}
        error={
          fetcher.data?.fields.words ?? (fetcher.data && !fetcher.data.fields.words ? fetcher.data.words : undefined)
        }
      />
      <div className="flex flex-wrap items-end gap-3">
        <Select
          label="About"
          name="place"
          id="comment-place"
          empty="The whole item"
          options={commentPlaces(item).map((place) => ({ value: place, label: place }))}
          className="min-w-44 flex-1"
        />
        <Button type="submit" variant="quiet" busy={fetcher.state !== "idle" && "Sending"}>
          Comment
        </Button>
      </div>
    </fetcher.Form>
  );
}
