import { Button } from "../../../components/button.tsx";
import { PlusIcon } from "../../../components/icons.tsx";
import { addWorked, keyedResponse, moveWorked, removeWorked } from "../../../exam/item/edit/worked.ts";
import { isAnswered } from "../../../exam/item/response.ts";
import { markItem } from "../../../exam/marking/auto-mark.ts";
import { useAuthor } from "../author-context.ts";
import { places, saidAt } from "../fault-places.ts";
import { Reorderable } from "../fields/reorderable.tsx";
import { Section } from "./section.tsx";
import { WorkedFields } from "./worked-fields.tsx";

/** Responses with the marks they must get; each is tried as soon as anything changes. */
export function WorkedSection() {
  const { item, edit, faults, tried } = useAuthor();
  const key = keyedResponse(item);
  const add = (response: typeof tried, why = "") => {
    const marking = markItem(item, response);
    const marks = marking.kind === "marked" ? marking.marks : (marking.suggested ?? 0);
    edit((now) => addWorked(now, { response, marks, why }));
  };
  return (
    <Section
      id={places.worked}
      title="Worked responses"
      lead="Each is marked as you type, and whenever the bank is checked. At least one that gets full marks and one that gets none."
      error={saidAt(faults, places.worked)}
    >
      <Reorderable
        label="Worked responses"
        one="response"
        entries={item.worked}
        keyOf={(_, at) => String(at)}
        nameOf={(_, at) => `Response ${at + 1}`}
        onMove={(entry, to) => edit((now) => moveWorked(now, { from: now.worked.indexOf(entry), to }))}
        onRemove={(_, at) => edit((now) => removeWorked(now, at))}
      >
        {(worked, at) => <WorkedFields worked={worked} at={at} />}
      </Reorderable>
      <div className="flex flex-wrap gap-2">
        {isAnswered(tried) && (
          <Button size="small" icon={<PlusIcon />} onClick={() => add(tried)}>
            From the preview
          </Button>
        )}
        {isAnswered(key) && (
          <Button size="small" variant="quiet" icon={<PlusIcon />} onClick={() => add(key, "The key.")}>
            From the key
          </Button>
        )}
        <Button size="small" variant="quiet" icon={<PlusIcon />} onClick={() => add({})}>
          An empty one to fill in
        </Button>
      </div>
    </Section>
  );
}
