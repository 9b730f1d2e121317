import { elementsIn, foreign, parseXml, textOf, type XmlElement } from "./xml.ts";

/** What a file that is no QTI is, told by its first bytes and never by its name. */
export type AssetType = "png" | "jpeg" | "gif" | "webp" | "svg" | "mp3" | "mp4";

/**
 * `kept` may be shown in a test or is kept for others; `left-out` is nothing a test needs; `hostile` is reason enough to
 * refuse all that came with it.
 */
export type AssetVerdict =
  | { readonly verdict: "kept"; readonly type: AssetType }
  | { readonly verdict: "left-out" | "hostile"; readonly code: AssetCode; readonly cause: string };
export type AssetCode = "wrong-type" | "executable" | "unsafe-picture" | "not-needed" | "empty";

const shownEndings = new Set("png jpg jpeg jpe gif webp svg mp3 mp4 m4a m4v".split(" "));
const actingEndings = new Set("exe dll com bat cmd scr msi ps1 vbs sh jar apk app so dylib lnk hta".split(" "));

export const judgeAsset = (path: string, bytes: Uint8Array): AssetVerdict => {
  const ending = path.split(".").at(-1)?.toLowerCase() ?? "";
  const acting = actingContent(bytes);
  if (actingEndings.has(ending) || acting === "program") {
    return { verdict: "hostile", code: "executable", cause: `${path} is a program.` };
  }
  if (!shownEndings.has(ending)) {
    return { verdict: "left-out", code: "not-needed", cause: `${path} is nothing that a test shows; it was left out.` };
  }
  if (bytes.length === 0) return { verdict: "left-out", code: "empty", cause: `${path} is empty.` };
  const type = typeOf(bytes);
  if (type === null) {
    const cause = `${path} is called a picture, sound or film, but is not one${acting === null ? "" : `: it is ${acting}`}.`;
    return { verdict: acting === null ? "left-out" : "hostile", code: "wrong-type", cause };
  }
  const unsafe = type === "svg" ? unsafeIn(bytes, path) : null;
  if (unsafe !== null) return { verdict: "hostile", code: "unsafe-picture", cause: `${path} ${unsafe}.` };
  return { verdict: "kept", type };
};

const startsWith = (bytes: Uint8Array, text: string, at = 0) =>
  [...text].every((letter, index) => bytes[at + index] === letter.charCodeAt(0));

const actingContent = (bytes: Uint8Array): "program" | "an archive" | "a web page" | null => {
  if (
    ["MZ", "\u007FELF", "#!", "\u00CA\u00FE\u00BA\u00BE", "\u00CF\u00FA\u00ED\u00FE"].some((sign) =>
      startsWith(bytes, sign),
    )
  )
    return "program";
  if (["PK\u0003\u0004", "Rar!", "7z\u00BC\u00AF", "\u001F\u008B"].some((sign) => startsWith(bytes, sign)))
    return "an archive";
  return /<(html|script|body|iframe)[\s>]|<!doctype html/i.test(beginning(bytes)) ? "a web page" : null;
};

const beginning = (bytes: Uint8Array) => new TextDecoder("latin1").decode(bytes.subarray(0, 1000));

const typeOf = (bytes: Uint8Array): AssetType | null => {
  if (startsWith(bytes, "\u0089PNG\r\n\u001A\n")) return "png";
  if (startsWith(bytes, "\u00FF\u00D8\u00FF")) return "jpeg";
  if (startsWith(bytes, "GIF87a") || startsWith(bytes, "GIF89a")) return "gif";
  if (startsWith(bytes, "RIFF") && startsWith(bytes, "WEBP", 8)) return "webp";
  if (startsWith(bytes, "ID3") || (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe6) === 0xe2)) return "mp3";
  if (startsWith(bytes, "ftyp", 4)) return "mp4";
  return /^(\u00EF\u00BB\u00BF)?\s*(<\?xml[^>]*>\s*)?((<!--[\s\S]*?-->|<!DOCTYPE[^>]*>)\s*)*<([\w-]+:)?svg[\s>]/i.test(
    beginning(bytes),
  )
    ? "svg"
    : null;
};

/** Drawings are shown as pictures only, where none of this acts; a drawing that tries is not taken all the same. */
const unsafeIn = (bytes: Uint8Array, path: string): string | null => {
  const text = new TextDecoder().decode(bytes);
  if (/<\?xml-stylesheet/i.test(text)) return "asks for a style sheet from elsewhere";
  const parsed = parseXml(text, path, foreign);
  if (!parsed.ok) return `cannot be read: ${parsed.problem.cause.replace(/\.$/, "")}`;
  return unsafeElement(parsed.root);
};

const refusedElements = new Set("script foreignobject iframe embed object audio video handler listener".split(" "));
const references = new Set(["href", "xlink:href", "src", "data"]);

const unsafeElement = (element: XmlElement): string | null => {
  const name = element.name.toLowerCase();
  if (refusedElements.has(name)) return `holds a ${element.name} element`;
  for (const [attribute, value] of Object.entries(element.attributes)) {
    if (/^on/i.test(attribute)) return `acts on its own (${attribute})`;
    if (references.has(attribute.toLowerCase()) && !isOwn(value)) return "refers to something outside itself";
    if (pointsOutside(value)) return "refers to something outside itself";
    if (attribute.toLowerCase() === "attributename" && /^on|href$/i.test(value)) return "changes its own references";
  }
  if (name === "style" && (pointsOutside(textOf(element)) || /@import/i.test(textOf(element)))) {
    return "refers to something outside itself";
  }
  for (const child of elementsIn(element)) {
    const found = unsafeElement(child);
    if (found !== null) return found;
  }
  return null;
};

const isOwn = (value: string) => {
  const address = value.trim();
  return address === "" || address.startsWith("#") || /^data:image\/(png|jpeg|gif|webp);base64,/i.test(address);
};

const pointsOutside = (style: string) =>
  [...style.matchAll(/url\(\s*['"]?([^'")]*)/gi)].some(([, address = ""]) => !isOwn(address));
