import type { AssociableRegion, Interaction, Picture, Region } from "../exam/item/body.ts";
import { checkPicture } from "./read-body.ts";
import { countingFirst, labelOf, readAssociables, type Start } from "./read-choices.ts";
import { readArea } from "./read-declarations.ts";
import { pictureIn } from "./read-foreign-body.ts";
import type { Reading } from "./reading.ts";
import { childrenNamed, type XmlElement } from "./xml.ts";

const readPicture = ({ element, on }: Start, regions: readonly Region[] = []): Picture => {
  const picture = pictureIn(element);
  if (picture === null) {
    on.problem(element, "missing", `${element.name} needs a picture (img).`);
    return { src: "", width: 0, height: 0, alt: "" };
  }
  checkPicture(picture, on);
  const { src = "", alt = "" } = picture.attributes;
  return { src, ...readSize(picture, regions, on), alt };
};

/** Without a size of its own a picture is taken to reach as far as its places do. */
const readSize = (picture: XmlElement, regions: readonly Region[], on: Reading) => {
  const reach = (side: 0 | 1) =>
    Math.max(1, ...regions.flatMap(({ coords }) => coords.filter((_, at) => at % 2 === side)));
  if (!on.isForeign) for (const side of ["width", "height"]) on.required(picture, side);
  const [width, height] = [on.whole(picture, "width", 0), on.whole(picture, "height", 0)];
  if (width > 0 && height > 0) return { width, height };
  if (on.isForeign) on.untidy(picture, "guessed", "The picture does not say how large it is.");
  return { width: width > 0 ? width : reach(0), height: height > 0 ? height : reach(1) };
};

const letter = (at: number) => String.fromCharCode(65 + (at % 26)).repeat(Math.floor(at / 26) + 1);

const readRegion = (choice: XmlElement, at: number, on: Reading): Region => {
  const id = on.required(choice, "identifier");
  const label = choice.attributes["hotspot-label"] ?? labelOf(choice) ?? "";
  if (label === "") on.untidy(choice, "missing", `The hotspot ${id} needs words that stand for it (hotspot-label).`);
  return { id, ...readArea(choice, on), label: label === "" ? `Place ${letter(at)}` : label };
};

const readRegions = ({ element, on }: Start, name: string): readonly Region[] => {
  const regions = childrenNamed(element, name);
  if (regions.length === 0) on.problem(element, "missing", `${element.name} needs at least one ${name}.`);
  return regions.map((region, at) => readRegion(region, at, on));
};

const readAssociableRegions = (start: Start): readonly AssociableRegion[] => {
  const elements = childrenNamed(start.element, "qti-associable-hotspot");
  return readRegions(start, "qti-associable-hotspot").map((region, at) => {
    const element = elements[at];
    return { ...region, matchMax: element === undefined ? 1 : start.on.whole(element, "match-max", 1) };
  });
};

const readHotspot = (start: Start): Interaction => {
  const { element, on, response, prompt } = start;
  const regions = readRegions(start, "qti-hotspot-choice");
  const maxChoices = on.whole(element, "max-choices", 1);
  return { type: "hotspot", response, prompt, picture: readPicture(start, regions), regions, maxChoices };
};

const readSelectPoint = (start: Start): Interaction => {
  const { element, on, response, prompt } = start;
  const [minChoices, maxChoices] = [on.whole(element, "min-choices", 0), on.whole(element, "max-choices", 0)];
  return { type: "select-point", response, prompt, picture: readPicture(start), minChoices, maxChoices };
};

const readGraphicOrder = (start: Start): Interaction => {
  const { element, on, response, prompt } = start;
  const regions = readRegions(start, "qti-hotspot-choice");
  const picture = readPicture(start, regions);
  return { type: "graphic-order", response, prompt, picture, regions, ...countingFirst(element, regions, on) };
};

const readGraphicAssociate = (start: Start): Interaction => {
  const { element, on, response, prompt } = start;
  const regions = readAssociableRegions(start);
  const maxAssociations = on.whole(element, "max-associations", 1);
  return {
    type: "graphic-associate",
    response,
    prompt,
    picture: readPicture(start, regions),
    regions,
    maxAssociations,
  };
};

const readGraphicGapMatch = (start: Start): Interaction => {
  const { element, on, response, prompt } = start;
  const texts = readAssociables(element, ["qti-gap-text", "qti-gap-img"], on);
  const regions = readAssociableRegions(start);
  return { type: "graphic-gap-match", response, prompt, picture: readPicture(start, regions), texts, regions };
};

const readSlider = ({ element, on, response, prompt }: Start): Interaction => {
  for (const bound of ["lower-bound", "upper-bound"]) on.required(element, bound);
  const [lower, upper] = [on.decimal(element, "lower-bound", 0), on.decimal(element, "upper-bound", 0)];
  const step = on.decimal(element, "step", 1);
  if (upper <= lower || step <= 0) {
    on.problem(element, "bad-value", `A slider from ${lower} to ${upper} by ${step} cannot be moved.`);
  }
  return { type: "slider", response, prompt, lower, upper, step };
};

/** Interactions on a picture or a scale, by their names. */
export const graphicReaders: Readonly<Record<string, (start: Start) => Interaction>> = {
  "qti-hotspot-interaction": readHotspot,
  "qti-slider-interaction": readSlider,
  "qti-select-point-interaction": readSelectPoint,
  "qti-graphic-order-interaction": readGraphicOrder,
  "qti-graphic-associate-interaction": readGraphicAssociate,
  "qti-graphic-gap-match-interaction": readGraphicGapMatch,
};
