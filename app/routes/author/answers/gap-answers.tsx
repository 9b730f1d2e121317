import { Checkbox } from "../../../components/checkbox.tsx";
import { Select } from "../../../components/select.tsx";
import type { Interaction } from "../../../exam/item/body.ts";
import { gapsOf, wordsOf } from "../../../exam/item/content.ts";
import { withContent } from "../../../exam/item/edit/content-edit.ts";
import { useAuthor } from "../author-context.ts";
import { RichField } from "../rich/rich-field.tsx";
import { AssociableList } from "./pair-lists.tsx";
import { useAnswer } from "./use-answer.ts";

type Gaps = Extract<Interaction, { readonly type: "gap-match" }>;

/** A text with gaps, the words that go into them, and which goes where. */
export function GapAnswers({ interaction }: { readonly interaction: Gaps }) {
  const { edit, pictures, addPicture } = useAuthor();
  const { texts, content, shuffle, response } = interaction;
  const answer = useAnswer(interaction);
  const gaps = gapsOf(content);
  return (
    <>
      <RichField
        id={`content-${response}`}
        label="Text with gaps"
        hint="Write the text, then put a gap where a word is to go."
        body={content}
        onChange={(body) => edit((item) => withContent(item, response, body), `content ${response}`)}
        place="blocks"
        blocks
        gaps
        pictures={pictures}
        addPicture={addPicture}
      />
      <AssociableList interaction={interaction} list="texts" entries={texts} label="Words to place" one="word" uses />
      <fieldset className="grid gap-2">
        <legend className="mb-1 font-bold">What goes where</legend>
        {gaps.length === 0 && <p className="text-ink-soft">The text has no gap yet.</p>}
        <div className="grid gap-3 @xl:grid-cols-2">
          {gaps.map((gap) => {
            const chosen = texts.find(({ id }) => answer.isRight(`${id} ${gap}`))?.id ?? "";
            return (
              <Select
                key={gap}
                label={<span className="font-normal">{`Gap ${gap}`}</span>}
                empty="Nothing yet"
                value={chosen}
                options={texts.map(({ id, content: words }) => ({ value: id, label: wordsOf(words) || id }))}
                onChange={({ currentTarget: { value } }) =>
                  value === "" ? answer.setRight(`${chosen} ${gap}`, false) : answer.setRight(`${value} ${gap}`, true)
                }
              />
            );
          })}
        </div>
      </fieldset>
      <Checkbox
        label="Words mixed for each learner"
        checked={shuffle}
        onChange={(event) => answer.set({ shuffle: event.currentTarget.checked })}
      />
    </>
  );
}
