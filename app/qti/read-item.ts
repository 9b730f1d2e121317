import type { Node } from "../exam/item/body.ts";
import type { OutcomeDeclaration } from "../exam/item/declaration.ts";
import { type Item, type ObjectiveMarks, objectives } from "../exam/item/item.ts";
import type { Read } from "./problem.ts";
import { readBody } from "./read-body.ts";
import { readOutcomes, readResponses } from "./read-declarations.ts";
import { readInteraction } from "./read-interaction.ts";
import { readProcessing } from "./read-processing.ts";
import { readClassification, readScheme, readWorked } from "./read-rubric.ts";
import { type Reading, readFile } from "./reading.ts";
import { childNamed, childrenNamed, descendantsNamed, type XmlElement } from "./xml.ts";

/**
 * Reads a QTI 3.0.1 item as our question bank writes it. Whether it is a *legal* item (marks that add up, known
 * choices, an allowed command word) is for `checkItem` to say.
 */
export const readItem = (text: string, file: string): Read<Item> =>
  readFile({ text, file, root: "qti-assessment-item" }, itemFrom);

/** An item as its file says it is, whoever wrote it. */
export const itemFrom = (root: XmlElement, on: Reading): Item => {
  on.place("item", root);
  refuseUnsupported(root, on);
  const outcomes = readOutcomes(root, on);
  const processing = readProcessing(root, on);
  const score = outcomes.find((outcome) => outcome.id === "SCORE");
  const body = childNamed(root, "qti-item-body") ?? { ...root, name: "qti-item-body", children: [] };
  if (childNamed(root, "qti-item-body") === null) on.problem(root, "missing", "The item has no body.");

  return {
    id: on.required(root, "identifier"),
    title: readTitle(root, on),
    classification: readClassification(body, on),
    objectives: objectiveMarks(outcomes),
    stimulus: readStimulusRef(root, on),
    body: readBody(body, on, { interaction: interactionReader(body, on) }),
    responses: readResponses(root, on),
    outcomes,
    processing,
    maxMark: score?.most ?? 0,
    marking: score?.byPerson === true || processing.kind === "none" ? "person" : "auto",
    scheme: readScheme(body, on),
    worked: readWorked(body, on),
  };
};

const readTitle = (root: XmlElement, on: Reading) => {
  const title = root.attributes.title?.trim() ?? "";
  if (title === "") on.untidy(root, "missing", `${root.name} needs the attribute title.`);
  return title === "" ? (root.attributes.identifier ?? "") : title;
};

const refuseUnsupported = (root: XmlElement, on: Reading) => {
  if (root.attributes.adaptive === "true") on.problem(root, "adaptive", "Adaptive items are not supported.");
  for (const name of ["qti-template-declaration", "qti-template-processing"]) {
    for (const element of childrenNamed(root, name)) {
      on.problem(element, "template-processing", `${name} is not supported.`);
    }
  }
  for (const element of childrenNamed(root, "qti-modal-feedback")) {
    on.untidy(element, "left-out", "Feedback has no place in a test: qti-modal-feedback is not supported.");
  }
};

const objectiveMarks = (outcomes: readonly OutcomeDeclaration[]): ObjectiveMarks =>
  Object.fromEntries(
    objectives.flatMap((objective) => {
      const outcome = outcomes.find(({ id }) => id === `SCORE_${objective}`);
      return outcome === undefined ? [] : [[objective, outcome.most ?? 0]];
    }),
  );

const readStimulusRef = (root: XmlElement, on: Reading) => {
  const [reference, ...more] = childrenNamed(root, "qti-assessment-stimulus-ref");
  for (const extra of more) on.problem(extra, "not-supported", "An item can refer to one stimulus only.");
  if (reference === undefined) return null;
  on.place("stimulus", reference);
  return on.required(reference, "identifier");
};

/** Controls in running text that have no label are called "Answer", or "Answer 1", "Answer 2" when there are several. */
const interactionReader = (body: XmlElement, on: Reading) => {
  const inText = ["qti-text-entry-interaction", "qti-inline-choice-interaction"];
  const several = inText.flatMap((name) => descendantsNamed(body, name)).length > 1;
  let count = 0;
  return (element: XmlElement): Node | null => {
    if (inText.includes(element.name)) count += 1;
    const interaction = readInteraction(element, on, several ? `Answer ${count}` : "Answer");
    return interaction === null ? null : { kind: "interaction", interaction };
  };
};
