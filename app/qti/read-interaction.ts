import type { Associable, Body, Choice, Interaction, Picture, Region } from "../exam/item/body.ts";
import { checkPicture, readBody } from "./read-body.ts";
import type { Reading } from "./reading.ts";
import { childNamed, childrenNamed, elementsIn, textOf, type XmlElement } from "./xml.ts";

/** Reads one interaction. `defaultLabel` names a control that stands in running text and has no label of its own. */
export const readInteraction = (element: XmlElement, on: Reading, defaultLabel: string): Interaction | null => {
  const read = readers[element.name];
  if (read === undefined) {
    on.problem(element, "not-supported", `The interaction ${element.name} is not supported.`);
    return null;
  }
  const response = on.required(element, "response-identifier");
  on.place(`interaction ${response}`, element);
  return read({ element, on, response, prompt: readPrompt(element, on), label: labelOf(element) ?? defaultLabel });
};

type Start = {
  readonly element: XmlElement;
  readonly on: Reading;
  readonly response: string;
  readonly prompt: Body;
  readonly label: string;
};

const labelOf = (element: XmlElement) => element.attributes["aria-label"] ?? element.attributes["data-ext-label"];

const readPrompt = (element: XmlElement, on: Reading): Body => {
  const prompt = childNamed(element, "qti-prompt");
  return prompt === null ? [] : readBody(prompt, on);
};

const shuffles = ({ element, on }: Start) => on.yes(element, "shuffle");

const readChoices = ({ element, on }: Start, name: string): readonly Choice[] => {
  const choices = childrenNamed(element, name);
  if (choices.length === 0) on.problem(element, "missing", `${element.name} needs at least one ${name}.`);
  return choices.map((choice) => ({
    id: on.required(choice, "identifier"),
    content: readBody(choice, on),
    fixed: on.yes(choice, "fixed"),
  }));
};

const readAssociables = (parent: XmlElement, names: readonly string[], on: Reading): readonly Associable[] => {
  const choices = elementsIn(parent).filter((child) => names.includes(child.name));
  if (choices.length === 0) on.problem(parent, "missing", `${parent.name} needs at least one ${names.join(" or ")}.`);
  return choices.map((choice) => ({
    id: on.required(choice, "identifier"),
    content: readBody(choice, on),
    matchMax: on.whole(choice, "match-max", 1),
    fixed: on.yes(choice, "fixed"),
  }));
};

const limits = ({ element, on }: Start) => ({
  minChoices: on.whole(element, "min-choices", 0),
  maxChoices: on.whole(element, "max-choices", 1),
});

const readMatch = (start: Start): Interaction => {
  const { element, on, response, prompt } = start;
  const [sources, targets] = childrenNamed(element, "qti-simple-match-set").map((set) =>
    readAssociables(set, ["qti-simple-associable-choice"], on),
  );
  if (sources === undefined || targets === undefined) {
    on.problem(element, "missing", "qti-match-interaction needs two sets of choices.");
  }
  return {
    type: "match",
    response,
    prompt,
    sources: sources ?? [],
    targets: targets ?? [],
    maxAssociations: on.whole(element, "max-associations", 1),
    shuffle: shuffles(start),
  };
};

/** The content that a gap or a hottext stands in: everything but the prompt and the texts to place. */
const runningText = (element: XmlElement): XmlElement => ({
  ...element,
  name: "qti-content-body",
  children: element.children.filter(
    (child) => !("name" in child) || !["qti-prompt", "qti-gap-text", "qti-gap-img"].includes(child.name),
  ),
});

const readGapMatch = (start: Start): Interaction => {
  const { element, on, response, prompt } = start;
  for (const picture of childrenNamed(element, "qti-gap-img")) {
    on.problem(picture, "not-supported", "Pictures to place in gaps (qti-gap-img) are not supported.");
  }
  return {
    type: "gap-match",
    response,
    prompt,
    texts: readAssociables(element, ["qti-gap-text"], on),
    content: readBody(runningText(element), on, { gaps: true }),
    shuffle: shuffles(start),
  };
};

const readPicture = ({ element, on }: Start): Picture => {
  const picture = childNamed(element, "img") ?? childNamed(element, "object");
  if (picture === null) {
    on.problem(element, "missing", `${element.name} needs a picture (img).`);
    return { src: "", width: 0, height: 0, alt: "" };
  }
  const data = picture.attributes.src ?? picture.attributes.data ?? "";
  const alt = picture.attributes.alt ?? textOf(picture);
  checkPicture({ ...picture, attributes: { ...picture.attributes, src: data, alt } }, on);
  for (const side of ["width", "height"]) on.required(picture, side);
  return { src: data, width: on.whole(picture, "width", 0), height: on.whole(picture, "height", 0), alt };
};

const readRegion = (choice: XmlElement, on: Reading): Region => {
  const id = on.required(choice, "identifier");
  const coords = on.required(choice, "coords").split(",").map(Number);
  if (coords.some((part) => !Number.isFinite(part))) {
    on.problem(choice, "bad-value", `coords="${choice.attributes.coords}" are not numbers separated by commas.`);
  }
  const label = choice.attributes["hotspot-label"] ?? labelOf(choice) ?? "";
  if (label === "") on.problem(choice, "missing", `The hotspot ${id} needs words that stand for it (hotspot-label).`);
  return { id, shape: on.oneOf(choice, "shape", ["rect", "circle", "poly"]) ?? "rect", coords, label };
};

const readers: Readonly<Record<string, (start: Start) => Interaction>> = {
  "qti-choice-interaction": (start) => ({
    type: "choice",
    response: start.response,
    prompt: start.prompt,
    choices: readChoices(start, "qti-simple-choice"),
    ...limits(start),
    shuffle: shuffles(start),
  }),
  "qti-text-entry-interaction": ({ element, on, response, label }) => ({
    type: "text-entry",
    response,
    expectedLength: on.whole(element, "expected-length", null),
    label,
  }),
  "qti-extended-text-interaction": ({ element, on, response, prompt }) => ({
    type: "extended-text",
    response,
    prompt,
    expectedLines: on.whole(element, "expected-lines", null),
    expectedLength: on.whole(element, "expected-length", null),
  }),
  "qti-inline-choice-interaction": (start) => ({
    type: "inline-choice",
    response: start.response,
    choices: readChoices(start, "qti-inline-choice"),
    shuffle: shuffles(start),
    label: start.label,
  }),
  "qti-match-interaction": readMatch,
  "qti-associate-interaction": (start) => ({
    type: "associate",
    response: start.response,
    prompt: start.prompt,
    choices: readAssociables(start.element, ["qti-simple-associable-choice"], start.on),
    maxAssociations: start.on.whole(start.element, "max-associations", 1),
    shuffle: shuffles(start),
  }),
  "qti-order-interaction": (start) => ({
    type: "order",
    response: start.response,
    prompt: start.prompt,
    choices: readChoices(start, "qti-simple-choice"),
    shuffle: shuffles(start),
  }),
  "qti-gap-match-interaction": readGapMatch,
  "qti-hottext-interaction": (start) => ({
    type: "hottext",
    response: start.response,
    prompt: start.prompt,
    content: readBody(runningText(start.element), start.on, { hottexts: true }),
    ...limits(start),
  }),
  "qti-hotspot-interaction": (start) => ({
    type: "hotspot",
    response: start.response,
    prompt: start.prompt,
    picture: readPicture(start),
    regions: childrenNamed(start.element, "qti-hotspot-choice").map((choice) => readRegion(choice, start.on)),
    maxChoices: start.on.whole(start.element, "max-choices", 1),
  }),
};
