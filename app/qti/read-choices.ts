import type { Associable, Body, Choice } from "../exam/item/body.ts";
import { checkPicture, readBody } from "./read-body.ts";
import { pictureIn } from "./read-foreign-body.ts";
import type { Reading } from "./reading.ts";
import { childrenNamed, elementsIn, type XmlElement } from "./xml.ts";

/** What every reader of an interaction begins with. */
export type Start = {
  readonly element: XmlElement;
  readonly on: Reading;
  readonly response: string;
  readonly prompt: Body;
  readonly label: string;
};

export const labelOf = (element: XmlElement) =>
  element.attributes["aria-label"] ?? element.attributes["data-ext-label"];

export const readChoices = ({ element, on }: Start, name: string): readonly Choice[] => {
  const choices = childrenNamed(element, name);
  if (choices.length === 0) on.problem(element, "missing", `${element.name} needs at least one ${name}.`);
  return choices.map((choice) => ({
    id: on.required(choice, "identifier"),
    content: readBody(choice, on),
    fixed: on.yes(choice, "fixed"),
  }));
};

export const readAssociables = (parent: XmlElement, names: readonly string[], on: Reading): readonly Associable[] => {
  const choices = elementsIn(parent).filter((child) => names.includes(child.name));
  if (choices.length === 0) on.problem(parent, "missing", `${parent.name} needs at least one ${names.join(" or ")}.`);
  return choices.map((choice) => ({
    id: on.required(choice, "identifier"),
    content: choice.name === "qti-gap-img" ? pictureToPlace(choice, on) : readBody(choice, on),
    matchMax: on.whole(choice, "match-max", 1),
    fixed: on.yes(choice, "fixed"),
  }));
};

/** How many count from the first, where not all of them do. */
export const countingFirst = (element: XmlElement, all: readonly unknown[], on: Reading) => {
  const maxChoices = on.whole(element, "max-choices", 0);
  return maxChoices > 0 && maxChoices < all.length ? { maxChoices } : {};
};

/** A picture that is placed like a word. */
const pictureToPlace = (choice: XmlElement, on: Reading): Body => {
  const picture = pictureIn(choice);
  if (picture === null) {
    on.problem(choice, "missing", "qti-gap-img needs a picture (img).");
    return [];
  }
  const label = picture.attributes.alt ?? choice.attributes["object-label"] ?? labelOf(choice);
  const described = label === undefined ? picture : { ...picture, attributes: { ...picture.attributes, alt: label } };
  checkPicture(described, on);
  const { src = "", alt = "", width, height } = described.attributes;
  const size = { ...(width === undefined ? {} : { width }), ...(height === undefined ? {} : { height }) };
  return [{ kind: "element", tag: "img", attributes: { src, alt, ...size }, children: [] }];
};
