import { Button } from "../../../components/button.tsx";
import { Field } from "../../../components/field.tsx";
import type { Interaction } from "../../../exam/item/body.ts";
import type { MapEntry } from "../../../exam/item/declaration.ts";
import { withAnswers } from "../../../exam/item/edit/key.ts";
import { moved } from "../../../exam/item/edit/lists.ts";
import { normalise } from "../../../exam/marking/normalise.ts";
import { useAuthor } from "../author-context.ts";
import { useFocusSoon } from "../fields/focus-soon.ts";
import { NumberField } from "../fields/number-field.tsx";
import { Reorderable } from "../fields/reorderable.tsx";
import { useAnswer } from "./use-answer.ts";

type Typed = Extract<Interaction, { readonly type: "text-entry" }>;

/** A box for a few words: the answers a rule knows, right ones and typical wrong ones. All others go to an examiner. */
export function TypedAnswers({ interaction }: { readonly interaction: Typed }) {
  const { edit } = useAuthor();
  const answer = useAnswer(interaction);
  const { response, declaration } = answer;
  const entries = declaration?.mapping?.entries ?? [];
  const focusSoon = useFocusSoon();
  const say = (next: readonly MapEntry[], group?: string) => edit((item) => withAnswers(item, response, next), group);
  const change = (at: number, part: Partial<MapEntry>, group?: string) =>
    say(
      entries.map((entry, index) => (index === at ? { ...entry, ...part } : entry)),
      group,
    );
  const add = () => {
    focusSoon(fieldOf(response, entries.length));
    say([...entries, { key: "", value: entries.length === 0 ? 1 : 0, caseSensitive: false }]);
  };
  return (
    <>
      <div className="flex flex-wrap gap-x-6 gap-y-3">
        <Field
          label="What it asks for"
          hint="Read out for the box, as in “Type of liability”"
          value={interaction.label}
          onChange={(event) => answer.set({ label: event.currentTarget.value }, `label ${response}`)}
        />
        <NumberField
          label="Wide enough for"
          suffix="letters"
          value={interaction.expectedLength ?? 0}
          most={500}
          onChange={(value) => answer.set({ expectedLength: value === 0 ? null : value }, `length ${response}`)}
        />
      </div>
      {answer.isKeyed && (
        <section aria-label="Answers a rule knows" className="grid gap-2">
          <h3 className="font-bold">Answers a rule knows</h3>
          <p className="measure text-sm text-ink-soft">
            Capitals, spaces, quotes, a closing full stop and a leading “the”, “a” or “an” make no difference. 0 marks
            is for a mistake that is known to be wrong. What is not in this list goes to an examiner.
          </p>
          <Reorderable
            label="Answers a rule knows"
            one="answer"
            entries={entries}
            keyOf={(_, at) => String(at)}
            nameOf={({ key }) => key || "empty answer"}
            onMove={(entry, to) => say(moved(entries, entries.indexOf(entry), to))}
            onRemove={(_, at) => say(entries.toSpliced(at, 1))}
            onAdd={add}
          >
            {(entry, at) => (
              <div className="flex flex-wrap items-start gap-x-3 gap-y-2">
                <Field
                  id={fieldOf(response, at)}
                  label={<span className="sr-only">{`Answer ${at + 1}`}</span>}
                  error={repeats(entries, at) ? "This is the same as an answer above." : undefined}
                  value={entry.key}
                  className="min-w-40 flex-1"
                  width="full"
                  onKeyDown={(event) => {
                    if (event.key === "Enter" && !event.nativeEvent.isComposing) {
                      event.preventDefault();
                      add();
                    }
                  }}
                  onChange={(event) => change(at, { key: event.currentTarget.value }, `answer ${response} ${at}`)}
                />
                <NumberField
                  label={<span className="sr-only">{`Marks for answer ${at + 1}`}</span>}
                  suffix="marks"
                  value={entry.value}
                  most={99}
                  className="w-28"
                  onChange={(value) => change(at, { value }, `worth ${response} ${at}`)}
                />
                <Button
                  size="small"
                  variant="plain"
                  aria-pressed={entry.caseSensitive}
                  aria-label={`Capitals matter in answer ${at + 1}`}
                  title={entry.caseSensitive ? "Capitals matter" : "Capitals do not matter"}
                  className={entry.caseSensitive ? "min-h-11 bg-accent-soft!" : "min-h-11 text-ink-soft!"}
                  onClick={() => change(at, { caseSensitive: !entry.caseSensitive })}
                >
                  {entry.caseSensitive ? "Aa = Aa" : "aa = AA"}
                </Button>
              </div>
            )}
          </Reorderable>
        </section>
      )}
    </>
  );
}

const fieldOf = (response: string, at: number) => `answer-${response}-${at}`;

/** As marking sees them, so that a second spelling of the same answer is not kept for nothing. */
const repeats = (entries: readonly MapEntry[], at: number) => {
  const plain = ({ key, caseSensitive }: MapEntry) => normalise(key, { keepCase: caseSensitive }).text;
  const own = entries[at];
  if (own === undefined || own.key.trim() === "") return false;
  return entries.slice(0, at).some((entry) => plain(entry) === plain(own));
};
