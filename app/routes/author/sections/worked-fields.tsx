import { Button } from "../../../components/button.tsx";
import { Checkbox } from "../../../components/checkbox.tsx";
import { FieldError } from "../../../components/field-frame.tsx";
import { Status } from "../../../components/status.tsx";
import { TextArea } from "../../../components/text-area.tsx";
import type { Interaction } from "../../../exam/item/body.ts";
import { interactionsOf } from "../../../exam/item/content.ts";
import { changeWorked, withExpected, withPoints } from "../../../exam/item/edit/worked.ts";
import type { Item, WorkedResponse } from "../../../exam/item/item.ts";
import { isAnswered } from "../../../exam/item/response.ts";
import { markItem } from "../../../exam/marking/auto-mark.ts";
import { inMarks } from "../../bank/item-words.ts";
import { givenWords } from "../../marking/given-words.ts";
import { useAuthor } from "../author-context.ts";
import { saidAt, workedAt } from "../fault-places.ts";
import { NumberField } from "../fields/number-field.tsx";

type Props = { readonly worked: WorkedResponse; readonly at: number };

/** One worked response: what was given, what it should get and why, and whether it does. */
export function WorkedFields({ worked, at }: Props) {
  const { item, edit, faults } = useAuthor();
  const id = workedAt(at);
  const error = saidAt(faults, id);
  return (
    <div id={id} tabIndex={-1} className="grid scroll-mt-28 gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="font-bold">Response {at + 1}</h3>
        <Outcome item={item} worked={worked} />
      </div>
      {error && <FieldError id={`${id}-fault`}>{error}</FieldError>}
      <div className="grid gap-3 @lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Given worked={worked} at={at} />
        <div className="grid content-start gap-1">
          <NumberField
            label="Should get"
            suffix={`of ${inMarks(item.maxMark)}`}
            value={worked.marks}
            most={item.maxMark}
            onChange={(marks) => edit((now) => withExpected(now, at, marks), `expected ${at}`)}
          />
          <Kind worked={worked} at={at} />
        </div>
      </div>
      {(item.marking === "person" || worked.toPerson) && <Earned worked={worked} at={at} />}
      <TextArea
        label="Why"
        rows={1}
        value={worked.why}
        onChange={({ currentTarget: { value } }) => edit((now) => changeWorked(now, at, { why: value }), `why ${at}`)}
      />
    </div>
  );
}

/** A typical mistake may get any marks; a text that no rule knows goes to an examiner. */
function Kind({ worked, at }: Props) {
  const { item, edit } = useAuthor();
  return (
    <>
      <Checkbox
        label="A typical mistake"
        checked={worked.kind === "typical-mistake"}
        onChange={({ currentTarget: { checked } }) =>
          edit((now) =>
            checked
              ? changeWorked(now, at, { kind: "typical-mistake" })
              : withExpected(changeWorked(now, at, { kind: "partial" }), at, worked.marks),
          )
        }
      />
      {item.marking === "auto" && isAnswered(worked.response) && (worked.toPerson || mayNotBeKnown(item)) && (
        <Checkbox
          label="No rule knows it: an examiner decides"
          checked={worked.toPerson}
          onChange={({ currentTarget: { checked } }) => edit((now) => changeWorked(now, at, { toPerson: checked }))}
        />
      )}
    </>
  );
}

const mayNotBeKnown = ({ responses }: Item) => responses.some(({ baseType }) => baseType === "string");

/** What marking makes of it now. */
function Outcome({ item, worked }: { readonly item: Item; readonly worked: WorkedResponse }) {
  const marking = markItem(item, worked.response);
  if (marking.kind === "to-person") {
    const expected = item.marking === "person" || worked.toPerson;
    if (item.marking === "person") return <Status tone="neutral">An examiner marks it</Status>;
    return expected ? (
      <Status tone="good">Goes to an examiner</Status>
    ) : (
      <Status tone="bad">No rule knows it; you expect {worked.marks}</Status>
    );
  }
  if (worked.toPerson) return <Status tone="bad">A rule gives {marking.marks}; you expect an examiner</Status>;
  return marking.marks === worked.marks ? (
    <Status tone="good">Gives {marking.marks}, as expected</Status>
  ) : (
    <Status tone="bad">
      Gives {marking.marks}, you expect {worked.marks}
    </Status>
  );
}

/** What was given: typed where text is typed, else taken from the preview. */
function Given({ worked, at }: Props) {
  const { item, edit, tried, tryOut } = useAuthor();
  const asked = interactionsOf(item.body);
  const isTyped = (interaction: Interaction) =>
    interaction.type === "text-entry" || interaction.type === "extended-text";
  const chosen = asked.filter((interaction) => !isTyped(interaction));
  const give = (response: string, value: string) => {
    const { [response]: _, ...others } = worked.response;
    edit(
      (now) => changeWorked(now, at, { response: value === "" ? others : { ...worked.response, [response]: [value] } }),
      `given ${at} ${response}`,
    );
  };
  return (
    <div className="grid gap-2">
      {asked.filter(isTyped).map((interaction) => (
        <TextArea
          key={interaction.response}
          label={interaction.type === "text-entry" && asked.length > 1 ? interaction.label : "What is written"}
          rows={interaction.type === "text-entry" ? 1 : 3}
          value={worked.response[interaction.response]?.[0] ?? ""}
          onChange={(event) => give(interaction.response, event.currentTarget.value)}
        />
      ))}
      {chosen.length > 0 && (
        <div className="grid gap-2 rounded-md bg-sunken px-3 py-2">
          {chosen.map((interaction) => {
            const words = givenWords(interaction, worked.response[interaction.response] ?? []);
            return (
              <p key={interaction.response} className="break-words">
                {words.length === 0 ? (
                  <i>Nothing given</i>
                ) : (
                  words.join(interaction.type === "order" ? ", then " : "; ")
                )}
              </p>
            );
          })}
          <div className="flex flex-wrap gap-2">
            <Button size="small" variant="plain" className="-ms-2.5" onClick={() => tryOut(worked.response)}>
              Show it in the preview
            </Button>
            <Button
              size="small"
              variant="plain"
              disabled={!isAnswered(tried)}
              onClick={() => edit((now) => changeWorked(now, at, { response: { ...worked.response, ...tried } }))}
            >
              Take the answer from the preview
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}

/** Which points it earns, or which level it lies in, by the mark scheme. */
function Earned({ worked, at }: Props) {
  const { item, edit } = useAuthor();
  const { scheme } = item;
  if (scheme === null) return null;
  if (scheme.kind === "levels") {
    return (
      <p className="text-sm text-ink-soft">
        {worked.level === null ? "In no level of the mark scheme" : `In level ${worked.level}`}
      </p>
    );
  }
  return (
    <fieldset>
      <legend className="text-sm font-bold">Earns</legend>
      <div className="flex flex-wrap gap-x-6">
        {scheme.points.map(({ id, marks }) => (
          <Checkbox
            key={id}
            label={`${id} (${inMarks(marks)})`}
            checked={worked.points.includes(id)}
            onChange={({ currentTarget: { checked } }) =>
              edit((now) =>
                withPoints(now, at, checked ? [...worked.points, id] : worked.points.filter((point) => point !== id)),
              )
            }
          />
        ))}
      </div>
    </fieldset>
  );
}
