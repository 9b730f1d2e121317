import { Checkbox } from "../../../components/checkbox.tsx";
import { FieldError } from "../../../components/field-frame.tsx";
import { Select } from "../../../components/select.tsx";
import { withObjective, withObjectives } from "../../../exam/item/edit/marks.ts";
import { type Classification, objectives } from "../../../exam/item/item.ts";
import { criteriaOf, type KnowledgeSpecification } from "../../../exam/item/knowledge-specification.ts";
import { partsOf, type Specification } from "../../../exam/item/specification.ts";
import { useAuthor } from "../author-context.ts";
import { places, saidAt } from "../fault-places.ts";
import { NumberField } from "../fields/number-field.tsx";
import { Section } from "./section.tsx";

/** Where the item belongs in the specification; only what that allows can be chosen. */
export function PlaceSection() {
  const { item, edit, faults, specification, stimuli } = useAuthor();
  const { minutes } = item.classification;
  const classify = (part: Partial<Classification>, group?: string) =>
    edit((now) => ({ ...now, classification: { ...now.classification, ...part } }), group);
  return (
    <Section id="place" title="Place in the specification">
      {specification.assessment === "knowledge" ? (
        <CriterionFields specification={specification} classify={classify} />
      ) : (
        <AreaFields specification={specification} classify={classify} />
      )}
      <div className="flex flex-wrap items-start gap-x-6 gap-y-3">
        <NumberField
          id={places.minutes}
          label="Expected time"
          suffix="minutes"
          hint="What an ordinary learner needs"
          value={minutes}
          most={60}
          step={0.5}
          error={saidAt(faults, places.minutes)}
          onChange={(value) => classify({ minutes: value }, "minutes")}
        />
        <Select
          id={places.source}
          label="Source beside the question"
          empty="None"
          value={item.stimulus ?? ""}
          error={saidAt(faults, places.source)}
          options={stimuli.map(({ id, title }) => ({ value: id, label: title }))}
          onChange={({ currentTarget: { value } }) =>
            edit((now) => ({ ...now, stimulus: value === "" ? null : value }))
          }
        />
      </div>
    </Section>
  );
}

type Classify = (part: Partial<Classification>) => void;

function AreaFields({
  specification,
  classify,
}: {
  readonly specification: Specification;
  readonly classify: Classify;
}) {
  const { item, edit, faults } = useAuthor();
  const { area, commandWord } = item.classification;
  const served = partsOf(item);
  const allowed = specification.areas[area]?.objectives ?? objectives;
  const commands = allCommands(served.map(([name]) => specification.objectives[name].commands));
  const fault = saidAt(faults, places.objectives);
  return (
    <>
      <Select
        id={places.area}
        label="Content area"
        empty="Choose"
        value={area}
        error={saidAt(faults, places.area)}
        options={Object.entries(specification.areas).map(([id, { title }]) => ({ value: id, label: `${id} ${title}` }))}
        onChange={(event) => classify({ area: event.currentTarget.value })}
      />
      <fieldset
        id={places.objectives}
        tabIndex={-1}
        className="grid gap-1"
        aria-describedby={fault && "objectives-fault"}
      >
        <legend className="mb-1 font-bold">Objectives</legend>
        {fault && <FieldError id="objectives-fault">{fault}</FieldError>}
        {objectives.map((name) => {
          const { title, marks: range } = specification.objectives[name];
          const marks = item.objectives[name];
          if (marks === undefined && !allowed.includes(name)) return null;
          return (
            <div key={name} className="flex flex-wrap items-center gap-x-6">
              <Checkbox
                label={`${name}: ${title}`}
                checked={marks !== undefined}
                onChange={(event) => edit((now) => withObjective(now, name, event.currentTarget.checked))}
                className="min-w-64 flex-1"
              />
              {marks !== undefined && served.length > 1 && (
                <NumberField
                  label={<span className="sr-only">{`Marks for ${name}`}</span>}
                  suffix={`of ${range.least} to ${range.most} marks`}
                  value={marks}
                  most={99}
                  onChange={(value) =>
                    edit((now) => withObjectives(now, { ...now.objectives, [name]: value }), `objective ${name}`)
                  }
                />
              )}
            </div>
          );
        })}
      </fieldset>
      <CommandWord value={commandWord} options={commands} classify={classify} />
    </>
  );
}

/** The words that every objective of the item allows; all there are while it has none. */
const allCommands = (lists: readonly (readonly string[])[]) => {
  const [first = [], ...more] = lists;
  return first.filter((word) => more.every((list) => list.includes(word)));
};

function CriterionFields({
  specification,
  classify,
}: {
  readonly specification: KnowledgeSpecification;
  readonly classify: Classify;
}) {
  const { item, faults } = useAuthor();
  const { area, commandWord } = item.classification;
  const criteria = criteriaOf(specification);
  return (
    <>
      <Select
        id={places.area}
        label="Assessment criterion"
        empty="Choose"
        value={area}
        error={saidAt(faults, places.area)}
        options={Object.entries(specification.outcomes).map(([outcome, { title }]) => ({
          label: `${outcome} ${title}`,
          options: criteria
            .filter((one) => one.outcome === outcome)
            .map((one) => ({ value: one.criterion, label: `${one.criterion} ${one.title}` })),
        }))}
        onChange={(event) => classify({ area: event.currentTarget.value })}
      />
      <CommandWord
        value={commandWord}
        options={criteria.find(({ criterion }) => criterion === area)?.commands ?? []}
        classify={classify}
      />
    </>
  );
}

type CommandProps = { readonly value: string; readonly options: readonly string[]; readonly classify: Classify };

/** A word that is not allowed here stays in sight until another is chosen. */
function CommandWord({ value, options, classify }: CommandProps) {
  const { faults } = useAuthor();
  const all = value === "" || options.includes(value) ? options : [value, ...options];
  return (
    <Select
      id={places.command}
      label="Command word"
      hint={options.length === 0 ? "Choose an objective or a criterion first" : undefined}
      empty="Choose"
      value={value}
      error={saidAt(faults, places.command)}
      options={all.map((word) => ({ value: word, label: word }))}
      onChange={(event) => classify({ commandWord: event.currentTarget.value })}
    />
  );
}
