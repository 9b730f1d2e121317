/** An element to be written. In running content white space counts, so an element is laid out on lines only when it says so. */
export type Markup = {
  readonly name: string;
  readonly attributes: Attributes;
  readonly children: readonly Piece[];
  readonly onLines: boolean;
};
export type Piece = Markup | string;
/** Written in the order given; a null is left out. */
type Attributes = Readonly<Record<string, string | number | boolean | null>>;

/** An element whose children follow each other on one line. */
export const inline = (name: string, attributes: Attributes = {}, children: readonly Piece[] = []): Markup => ({
  name,
  attributes,
  children,
  onLines: false,
});

/** An element whose children stand on lines of their own; not for elements in which white space counts. */
export const block = (name: string, attributes: Attributes = {}, children: readonly Piece[] = []): Markup => ({
  name,
  attributes,
  children,
  onLines: true,
});

/** The text of an XML file: the same markup is always the same bytes. */
export const documentOf = (root: Markup): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${lines(root, "").join("\n")}\n`;

const lines = (markup: Markup, indent: string): readonly string[] => {
  const laidOut = markup.onLines && markup.children.length > 0;
  if (!laidOut) return [`${indent}${onOneLine(markup)}`];
  return [
    `${indent}${opening(markup)}>`,
    ...markup.children.flatMap((child) =>
      typeof child === "string" ? [`${indent}  ${inText(child)}`] : lines(child, `${indent}  `),
    ),
    `${indent}</${markup.name}>`,
  ];
};

const onOneLine = (markup: Markup): string => {
  if (markup.children.length === 0) return `${opening(markup)}/>`;
  const content = markup.children.map((child) => (typeof child === "string" ? inText(child) : onOneLine(child)));
  return `${opening(markup)}>${content.join("")}</${markup.name}>`;
};

const opening = ({ name, attributes }: Markup) =>
  `<${name}${Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([attribute, value]) => ` ${attribute}="${inAttribute(written(value))}"`)
    .join("")}`;

const written = (value: string | number | boolean | null) =>
  typeof value === "number" ? numeral(value) : String(value);

/** A number without an exponent, which some readers of QTI do not know. */
export const numeral = (value: number): string => {
  const text = String(value);
  return text.includes("e") ? value.toFixed(9).replace(/\.?0+$/, "") : text;
};

/** XML knows no way to write these, not even as references. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unwritable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};
const escaped = (text: string, these: RegExp) =>
  text.replace(unwritable, "").replace(these, (character) => entities[character] ?? character);

const inText = (text: string) => escaped(text, /[&<>\r]/g);
const inAttribute = (text: string) => escaped(text, /[&<>"\t\n\r]/g);
