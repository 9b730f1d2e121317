import type { Body, Interaction } from "../exam/item/body.ts";
import { readBody } from "./read-body.ts";
import { countingFirst, labelOf, readAssociables, readChoices, type Start } from "./read-choices.ts";
import { graphicReaders } from "./read-graphic.ts";
import { readMediaFile } from "./read-media.ts";
import type { Reading } from "./reading.ts";
import { childNamed, childrenNamed, type XmlElement } from "./xml.ts";

/** Reads one interaction. `defaultLabel` names a control that stands in running text and has no label of its own. */
export const readInteraction = (element: XmlElement, on: Reading, defaultLabel: string): Interaction | null => {
  const read = readers[element.name];
  if (read === undefined) {
    on.problem(element, "unsupported-interaction", `The interaction ${element.name} is not supported.`);
    return null;
  }
  const response = on.required(element, "response-identifier");
  on.place(`interaction ${response}`, element);
  return read({ element, on, response, prompt: readPrompt(element, on), label: labelOf(element) ?? defaultLabel });
};

const readPrompt = (element: XmlElement, on: Reading): Body => {
  const prompt = childNamed(element, "qti-prompt");
  return prompt === null ? [] : readBody(prompt, on);
};

const shuffles = ({ element, on }: Start) => on.yes(element, "shuffle");

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
  return {
    type: "gap-match",
    response,
    prompt,
    texts: readAssociables(element, ["qti-gap-text", "qti-gap-img"], on),
    content: readBody(runningText(element), on, { gaps: true }),
    shuffle: shuffles(start),
  };
};

const readOrder = (start: Start): Interaction => {
  const { element, on, response, prompt } = start;
  const choices = readChoices(start, "qti-simple-choice");
  return { type: "order", response, prompt, choices, shuffle: shuffles(start), ...countingFirst(element, choices, on) };
};

const readExtendedText = ({ element, on, response, prompt }: Start): Interaction => {
  const maxStrings = on.whole(element, "max-strings", 1);
  return {
    type: "extended-text",
    response,
    prompt,
    expectedLines: on.whole(element, "expected-lines", null),
    expectedLength: on.whole(element, "expected-length", null),
    ...(maxStrings > 1 ? { maxStrings } : {}),
  };
};

const readMedia = (start: Start): Interaction => {
  const { element, on, response, prompt } = start;
  const [minPlays, maxPlays] = [on.whole(element, "min-plays", 0), on.whole(element, "max-plays", 0)];
  return { type: "media", response, prompt, media: readMediaFile(element, on), minPlays, maxPlays };
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
  "qti-extended-text-interaction": readExtendedText,
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
  "qti-order-interaction": readOrder,
  "qti-gap-match-interaction": readGapMatch,
  "qti-hottext-interaction": (start) => ({
    type: "hottext",
    response: start.response,
    prompt: start.prompt,
    content: readBody(runningText(start.element), start.on, { hottexts: true }),
    ...limits(start),
  }),
  "qti-media-interaction": readMedia,
  ...graphicReaders,
};
