import { DescriptionList } from "../../components/description-list.tsx";
import { Panel } from "../../components/panel.tsx";
import { forExaminer } from "../../exam/item/for-examiner.ts";
import { partsOf } from "../../exam/item/specification.ts";
import { inMarks } from "../bank/item-words.ts";
import { KeyPanel } from "../bank/key-panel.tsx";
import { Examples } from "../marking/examples.tsx";
import { useAuthor } from "./author-context.ts";
import { places } from "./fault-places.ts";

/** All that is not for learners, to be read: key, mark scheme, worked responses and place. */
export function ReadItem() {
  const { item, pictures, stimuli } = useAuthor();
  const { area, commandWord, minutes } = item.classification;
  const stimulus = stimuli.find(({ id }) => id === item.stimulus) ?? null;
  return (
    <>
      <div id={places.scheme} tabIndex={-1} className="grid gap-4">
        <KeyPanel item={item} pictures={pictures} />
      </div>
      <div id={places.worked} tabIndex={-1}>
        <Panel title="Worked responses">
          <Examples examples={item.worked} item={forExaminer(item, stimulus)} />
        </Panel>
      </div>
      <div id="place" tabIndex={-1}>
        <Panel title="Place in the specification">
          <DescriptionList
            items={[
              { term: "Marks", detail: `${inMarks(item.maxMark)} in about ${minutes} minutes` },
              { term: "Area or criterion", detail: area },
              {
                term: "Objectives",
                detail:
                  partsOf(item)
                    .map(([objective, marks]) => `${objective}: ${inMarks(marks)}`)
                    .join(", ") || "None",
              },
              { term: "Command word", detail: commandWord },
              { term: "Source", detail: stimulus?.title ?? "None" },
            ]}
          />
        </Panel>
      </div>
    </>
  );
}
