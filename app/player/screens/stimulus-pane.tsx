import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { classNames } from "../../components/class-names.ts";
import { DownIcon, UpIcon } from "../../components/icons.tsx";
import { shuffled } from "../../exam/form/shuffle.ts";
import type { LearnerStimulus } from "../../exam/item/learner-item.ts";
import type { Pictures } from "../interactions/interaction-props.ts";
import { ItemBody } from "../interactions/item-body.tsx";

type Props = { readonly stimulus: LearnerStimulus; readonly pictures: Pictures };

const nothing = {};
const never = () => {};

/** The scenario. Beside the question it always shows; above it, it can be folded away to leave room. */
export function StimulusPane({ stimulus, pictures }: Props) {
  const [open, setOpen] = useState(true);
  const Icon = open ? UpIcon : DownIcon;
  return (
    <section
      aria-label={`Scenario: ${stimulus.title}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls by itself must be reachable by keyboard.
      tabIndex={0}
      className="min-w-0 overflow-x-auto border-b border-line bg-sunken px-4 py-4 @[53rem]/player:overflow-y-auto @[53rem]/player:border-e @[53rem]/player:border-b-0 @[53rem]/player:px-8 @[53rem]/player:pt-3 @[53rem]/player:pb-4"
    >
      <div className="flex items-start justify-between gap-4">
        <h2 className="text-xl">{stimulus.title}</h2>
        <span className="@[53rem]/player:hidden">
          <Button
            size="small"
            variant="quiet"
            icon={<Icon />}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
            className="whitespace-nowrap"
          >
            {open ? "Fold away" : "Show"}
            <span className="sr-only"> the scenario</span>
          </Button>
        </span>
      </div>
      <div className={classNames("mt-2", !open && "hidden @[53rem]/player:block")}>
        <ItemBody
          body={stimulus.body}
          response={nothing}
          onChange={never}
          seed={stimulus.id}
          shuffle={shuffled}
          pictures={pictures}
        />
      </div>
    </section>
  );
}
