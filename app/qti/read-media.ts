import type { Media } from "../exam/item/body.ts";
import { isFromOutside } from "./outside.ts";
import { pictureIn } from "./read-foreign-body.ts";
import type { Reading } from "./reading.ts";
import { childNamed, childrenNamed, textOf, type XmlElement } from "./xml.ts";

/** What a media interaction plays or shows: an `object` as in QTI 2, or `audio`, `video`, `img`. */
export const readMediaFile = (element: XmlElement, on: Reading): Media => {
  const [player, picture, object] = [
    childNamed(element, "video") ?? childNamed(element, "audio"),
    pictureIn(element),
    childNamed(element, "object"),
  ];
  const found = player ?? object ?? picture;
  if (found === null) on.problem(element, "missing", `${element.name} needs something to play.`);
  const at = found ?? element;
  const src = sourceIn(at);
  if (found !== null && src === "") on.problem(at, "missing", `${at.name} does not say what to play.`);
  checkOutside(at, src, on);
  return {
    kind: kindOf(at, src),
    src,
    width: on.whole(at, "width", null),
    height: on.whole(at, "height", null),
    words: at.attributes.alt ?? at.attributes["aria-label"] ?? textOf(at),
  };
};

/** The first of several sources. */
export const sourceIn = (element: XmlElement) =>
  element.attributes.src ?? element.attributes.data ?? childrenNamed(element, "source")[0]?.attributes.src ?? "";

/** By what the element is, what it says of itself, or how the file's name ends. */
export const kindOf = ({ name, attributes: { type = "" } }: XmlElement, src: string): Media["kind"] => {
  if (name === "video" || name === "audio") return name;
  if (name === "img" || type.startsWith("image/") || /\.(png|jpe?g|gif|svg|webp)$/i.test(src)) return "picture";
  return type.startsWith("audio/") || /\.(mp3|m4a|oga|ogg|wav|aac)$/i.test(src) ? "audio" : "video";
};

export const checkOutside = (element: XmlElement, source: string, on: Reading) => {
  if (!isFromOutside(source)) return;
  const words = `"${source.slice(0, 120)}" is not in the package; nothing is fetched, so its description stands in for it.`;
  on.untidy(element, "outside", words);
};
