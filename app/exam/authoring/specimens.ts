import type { Body, Interaction, InteractionType, Picture } from "../item/body.ts";
import { interactionsOf } from "../item/content.ts";
import type { LearnerForm } from "../item/learner-item.ts";
import { bodyOf, closed, openQuestion } from "./skeleton-parts.ts";

/** A grey field with three darker places, for questions that stand on a picture. */
const field =
  "data:image/svg+xml," +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400"><rect width="600" height="400" fill="#e4e7eb"/>' +
      [50, 250, 450].map((left) => `<rect x="${left}" y="100" width="100" height="100" fill="#9aa5b1"/>`).join("") +
      "</svg>",
  );

const name = "specimen.svg";

type Specimen = { readonly type: InteractionType; readonly body: Body };

const prompt: Body = [{ kind: "text", text: "An example, to see whether this kind of question can be shown." }];

/** To be looked at and not to be written over: words of its own, and a picture where one belongs. */
const asSpecimen = (interaction: Interaction): Interaction => ({
  ...interaction,
  ...("prompt" in interaction ? { prompt } : {}),
  ...("picture" in interaction
    ? { picture: { ...interaction.picture, src: name, alt: "A grey field" } satisfies Picture }
    : {}),
});

const specimens: readonly Specimen[] = [...Object.values(closed), openQuestion].map(({ interaction }) => ({
  type: interaction.type,
  body: bodyOf(asSpecimen(interaction)),
}));

/** The form with a specimen of every kind of question it lacks: nothing in it is of any test. */
export function withEveryKind(form: LearnerForm): LearnerForm {
  const has = new Set(form.items.flatMap(({ body }) => interactionsOf(body)).map(({ type }) => type));
  const lacking = specimens.filter(({ type }) => !has.has(type));
  const items = lacking.map(({ type, body }, index) => ({
    id: `specimen ${type}`,
    marks: 1,
    body,
    number: form.items.length + index + 1,
    stimulus: null,
    section: "Specimens",
  }));
  return { ...form, items: [...form.items, ...items], pictures: { ...form.pictures, [name]: field } };
}

/** Nothing but specimens, where a paper has no practice questions. */
export const noForm: LearnerForm = {
  id: "specimens",
  title: "Specimens",
  minutes: 0,
  marks: 0,
  items: [],
  stimuli: [],
  pictures: {},
};
