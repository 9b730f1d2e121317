import { elementsIn, foreign, isElement, parseXml, type XmlElement, type XmlNode } from "./xml.ts";

/** The text of another file of the same package, by the name the item uses for it; null when there is none. */
export type Beside = (name: string) => string | null;

/** Included files include no further ones beyond this. */
const deepest = 3;

/**
 * An item with what it includes from files beside it (XInclude, or an object that is a page of text) put in its place. What
 * is not there stays as it was, for the reader to complain of. Only files of the package are ever asked for.
 */
export const withIncluded = (element: XmlElement, beside: Beside, depth = 0): XmlElement => ({
  ...element,
  children: element.children.flatMap((child): readonly XmlNode[] => {
    if (!isElement(child)) return [child];
    const included = depth < deepest ? contentOf(child, beside) : null;
    if (included === null) return [withIncluded(child, beside, depth)];
    const holder = { ...child, name: "div", attributes: {}, children: included };
    return [withIncluded(holder, beside, depth + 1)];
  }),
});

const contentOf = (element: XmlElement, beside: Beside): readonly XmlNode[] | null => {
  const name = nameOf(element);
  const text = name === null ? null : beside(name);
  if (text === null) return null;
  if (element.attributes.parse === "text") return [{ text }];
  const parsed = parseXml(text, name ?? "", foreign);
  if (!parsed.ok) return null;
  return parsed.root.name === "html" ? (bodyOf(parsed.root)?.children ?? null) : [parsed.root];
};

const bodyOf = (page: XmlElement) => elementsIn(page).find(({ name }) => name === "body");

const nameOf = ({ name, attributes: { href, data, type = "" } }: XmlElement): string | null => {
  const found = name === "include" ? href : name === "object" && isText(type) ? data : undefined;
  return found === undefined || /^[a-z][a-z0-9+.-]*:|^[/\\]/i.test(found) ? null : found;
};

const isText = (type: string) => type === "text/html" || type === "application/xhtml+xml";
