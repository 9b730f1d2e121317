import { Checkbox } from "../../../components/checkbox.tsx";
import type { Body, Interaction } from "../../../exam/item/body.ts";
import { wordsOf } from "../../../exam/item/content.ts";
import { withContent } from "../../../exam/item/edit/content-edit.ts";
import { withLimits } from "../../../exam/item/edit/limits.ts";
import { useAuthor } from "../author-context.ts";
import { NumberField } from "../fields/number-field.tsx";
import { RichField } from "../rich/rich-field.tsx";
import { useAnswer } from "./use-answer.ts";

type Phrases = Extract<Interaction, { readonly type: "hottext" }>;

/** A text in which phrases can be chosen, and which of them are right. */
export function HottextAnswers({ interaction }: { readonly interaction: Phrases }) {
  const { edit, pictures, addPicture } = useAuthor();
  const { content, maxChoices, response } = interaction;
  const answer = useAnswer(interaction);
  const phrases = phrasesIn(content);
  return (
    <>
      <RichField
        id={`content-${response}`}
        label="Text"
        hint="Select words and press “Phrase to choose”."
        body={content}
        onChange={(body) => edit((item) => withContent(item, response, body), `content ${response}`)}
        place="blocks"
        blocks
        hottexts
        pictures={pictures}
        addPicture={addPicture}
      />
      <fieldset className="grid gap-1">
        <legend className="mb-1 font-bold">Right phrases</legend>
        {phrases.length === 0 && <p className="text-ink-soft">The text has no phrase to choose yet.</p>}
        {phrases.map(({ id, words }) => (
          <Checkbox
            key={id}
            label={words}
            checked={answer.isRight(id)}
            onChange={(event) => answer.setRight(id, event.currentTarget.checked)}
          />
        ))}
      </fieldset>
      <NumberField
        label="Phrases a learner may choose"
        suffix={maxChoices === 0 ? "as many as they like" : "(0 is no limit)"}
        value={maxChoices}
        onChange={(value) => edit((item) => withLimits(item, response, { maxChoices: value }))}
      />
    </>
  );
}

const phrasesIn = (body: Body): readonly { readonly id: string; readonly words: string }[] =>
  body.flatMap((node) => {
    if (node.kind === "hottext") return [{ id: node.id, words: wordsOf(node.children) || node.id }];
    return node.kind === "element" ? phrasesIn(node.children) : [];
  });
