import type { Interaction } from "../../../exam/item/body.ts";
import { interactionsOf } from "../../../exam/item/content.ts";
import { withPrompt } from "../../../exam/item/edit/content-edit.ts";
import { useAuthor } from "../author-context.ts";
import { answersOf, saidAt } from "../fault-places.ts";
import { RichField } from "../rich/rich-field.tsx";
import { Section } from "../sections/section.tsx";
import { interactionWords } from "./answer-words.ts";
import { AssociateAnswers } from "./associate-answers.tsx";
import { ChoiceAnswers } from "./choice-answers.tsx";
import { GapAnswers } from "./gap-answers.tsx";
import { HottextAnswers } from "./hottext-answers.tsx";
import { MatchAnswers } from "./match-answers.tsx";
import { OpenAnswers, SliderAnswers } from "./number-answers.tsx";
import { OrderAnswers } from "./order-answers.tsx";
import { PointAnswers } from "./point-answers.tsx";
import { RegionAnswers } from "./region-answers.tsx";
import { TypedAnswers } from "./typed-answers.tsx";

/** How one interaction is answered, and what is right. */
export function AnswerCard({ interaction }: { readonly interaction: Interaction }) {
  const { item, edit, faults, pictures, addPicture } = useAuthor();
  const { response } = interaction;
  const isOnly = interactionsOf(item.body).length === 1;
  const id = answersOf(response);
  return (
    <Section
      id={id}
      title={isOnly ? interactionWords[interaction.type] : `${interactionWords[interaction.type]} ${response}`}
      error={saidAt(faults, id)}
    >
      {!isOnly && "prompt" in interaction && (
        <RichField
          id={`prompt-${response}`}
          label="Question of this part"
          body={interaction.prompt}
          onChange={(prompt) => edit((now) => withPrompt(now, response, prompt), `prompt ${response}`)}
          place="words"
          blocks
          pictures={pictures}
          addPicture={addPicture}
        />
      )}
      <Answers interaction={interaction} />
    </Section>
  );
}

function Answers({ interaction }: { readonly interaction: Interaction }) {
  switch (interaction.type) {
    case "choice":
    case "inline-choice":
      return <ChoiceAnswers interaction={interaction} />;
    case "text-entry":
      return <TypedAnswers interaction={interaction} />;
    case "extended-text":
      return <OpenAnswers interaction={interaction} />;
    case "match":
      return <MatchAnswers interaction={interaction} />;
    case "associate":
      return <AssociateAnswers interaction={interaction} />;
    case "order":
      return <OrderAnswers interaction={interaction} />;
    case "gap-match":
      return <GapAnswers interaction={interaction} />;
    case "hottext":
      return <HottextAnswers interaction={interaction} />;
    case "slider":
      return <SliderAnswers interaction={interaction} />;
    case "select-point":
      return <PointAnswers interaction={interaction} />;
    case "hotspot":
    case "graphic-order":
    case "graphic-associate":
    case "graphic-gap-match":
      return <RegionAnswers interaction={interaction} />;
    case "media":
      return <p className="text-ink-soft">Sound and film are kept as they are.</p>;
  }
}
