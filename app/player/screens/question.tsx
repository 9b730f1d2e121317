import { type ReactNode, useCallback, useEffect, useId, useRef } from "react";
import { classNames } from "../../components/class-names.ts";
import { shuffled } from "../../exam/form/shuffle.ts";
import type { LearnerForm } from "../../exam/item/learner-item.ts";
import type { ItemResponse, Value } from "../../exam/item/response.ts";
import { ItemBody } from "../interactions/item-body.tsx";
import type { LearnerFormItem } from "../item-state.ts";
import { useScreen } from "../use-screen.ts";
import { StimulusPane } from "./stimulus-pane.tsx";

type Props = {
  /** Of the test, as the learner knows it. */
  readonly title: string;
  readonly form: LearnerForm;
  readonly item: LearnerFormItem;
  readonly response: ItemResponse;
  readonly onAnswer: (item: string, response: ItemResponse) => void;
  /** Decides the order of shuffled choices; the same for one attempt on every machine. */
  readonly seed: string;
  readonly disabled?: boolean;
  /** Part of another page, to look at: it neither names the page nor moves it, and is not its main part. */
  readonly still?: boolean;
  /** Beside the heading. */
  readonly actions?: ReactNode;
};

const marksWords = (marks: number) => (marks === 1 ? "1 mark" : `${marks} marks`);

/** One question, with its scenario beside it where there is room and above it where there is not. */
export function Question({
  title,
  form,
  item,
  response,
  onAnswer,
  seed,
  disabled = false,
  still = false,
  actions,
}: Props) {
  const name = `Question ${item.number} of ${form.items.length}`;
  const [Frame, Heading] = still ? (["section", "h2"] as const) : (["main", "h1"] as const);
  const heading = useScreen<HTMLHeadingElement>(still ? null : `${name}, ${title}`);
  const headingId = useId();
  const pane = useRef<HTMLDivElement>(null);
  const stimulus = form.stimuli.find(({ id }) => id === item.stimulus);

  const newest = useRef(response);
  newest.current = response;
  const give = useCallback(
    (part: string, value: Value) => onAnswer(item.id, { ...newest.current, [part]: value }),
    [item.id, onAnswer],
  );

  const before = useRef<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another question moves the page.
  useEffect(() => {
    pane.current?.scrollTo?.({ top: 0 });
    // A scenario that was read before is passed over where it stands above the question.
    if (!still && item.stimulus !== null && before.current === item.stimulus)
      heading.current?.scrollIntoView?.({ block: "start" });
    before.current = item.stimulus;
  }, [item.id]);

  return (
    <Frame
      {...(still ? { "aria-labelledby": headingId } : { id: "main" })}
      className={classNames(
        "grid min-h-0 flex-1 grid-cols-1 content-start bg-surface",
        stimulus ? "@[53rem]/player:grid-cols-2 @[53rem]/player:content-stretch" : "@[53rem]/player:content-stretch",
      )}
    >
      {stimulus && <StimulusPane key={stimulus.id} stimulus={stimulus} pictures={form.pictures} />}
      <div
        ref={pane}
        // What scrolls by itself must be reachable where nothing in it is.
        tabIndex={still ? 0 : undefined}
        className={classNames(
          "min-w-0 px-4 py-4 @[53rem]/player:overflow-y-auto @[53rem]/player:px-8 @[53rem]/player:pt-3 @[53rem]/player:pb-4",
          !stimulus && "mx-auto w-full max-w-[56rem]",
        )}
      >
        <div className="mb-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <Heading ref={heading} id={headingId} tabIndex={-1} className="scroll-mt-6 text-xl outline-none">
            {name} <span className="font-normal text-ink-soft whitespace-nowrap">({marksWords(item.marks)})</span>
          </Heading>
          {actions}
        </div>
        <ItemBody
          key={item.id}
          body={item.body}
          response={response}
          onChange={give}
          disabled={disabled}
          seed={`${seed} ${item.id}`}
          shuffle={shuffled}
          pictures={form.pictures}
          labelledBy={headingId}
        />
      </div>
    </Frame>
  );
}
