import { useState } from "react";
import { Button } from "../../../components/button.tsx";
import { Field } from "../../../components/field.tsx";
import type { Interaction } from "../../../exam/item/body.ts";
import { interactionsOf } from "../../../exam/item/content.ts";
import { newControl, withBody, withPrompt } from "../../../exam/item/edit/content-edit.ts";
import { useAuthor } from "../author-context.ts";
import { places, saidAt } from "../fault-places.ts";
import { RichField } from "../rich/rich-field.tsx";
import { Section } from "./section.tsx";

/** What is asked: the title for writers, the question for learners, and what stands around it. */
export function QuestionSection() {
  const { item, edit, faults, pictures, addPicture } = useAuthor();
  const interactions = interactionsOf(item.body);
  const [only, ...more] = interactions;
  const prompted = only !== undefined && more.length === 0 && "prompt" in only ? only : null;
  const isLone = prompted !== null && item.body.length === 1;
  const [around, showAround] = useState(!isLone);
  const inText = interactions.some(({ type }) => type === "text-entry" || type === "inline-choice");
  return (
    <Section id={places.question} title="Question" error={saidAt(faults, places.question)}>
      <Field
        id={places.title}
        label="Title"
        hint="Names the item in the bank; learners do not see it"
        error={saidAt(faults, places.title)}
        width="full"
        value={item.title}
        onChange={({ currentTarget: { value } }) => edit((now) => ({ ...now, title: value }), "title")}
      />
      {prompted && <Prompt interaction={prompted} />}
      {around || !isLone ? (
        <RichField
          id="body"
          label={prompted ? "Around the question" : "Question"}
          hint={
            prompted
              ? "Text, tables and pictures above or below. The grey block is where the answer stands."
              : inText
                ? "Write the text, and put a box or a list where the answer is to be given."
                : undefined
          }
          body={item.body}
          onChange={(body) => edit((now) => withBody(now, body), "body")}
          place="blocks"
          blocks
          pictures={pictures}
          addPicture={addPicture}
          controls={{
            all: interactions,
            make: (kind) => newControl(item, kind),
          }}
        />
      ) : (
        <p>
          <Button size="small" variant="quiet" onClick={() => showAround(true)}>
            Add text, a table or a picture around the question
          </Button>
        </p>
      )}
    </Section>
  );
}

type Prompted = Extract<Interaction, { readonly prompt: unknown }>;

function Prompt({ interaction: { response, prompt } }: { readonly interaction: Prompted }) {
  const { edit, pictures, addPicture } = useAuthor();
  return (
    <RichField
      id={`prompt-${response}`}
      label="Question"
      body={prompt}
      onChange={(body) => edit((now) => withPrompt(now, response, body), `prompt ${response}`)}
      place="words"
      blocks
      pictures={pictures}
      addPicture={addPicture}
    />
  );
}
