import type { Associable, Choice, Interaction, Picture, Region } from "../../exam/item/body.ts";
import { plainWords } from "./plain-words.ts";

type Line = { readonly name: string; readonly words: string };
const line = (name: string, words: string): Line => ({ name, words });

/** What a control asks and offers, each part under its own name. */
export function controlLines(control: Interaction): readonly Line[] {
  const prompt = "prompt" in control ? [line("Prompt", plainWords(control.prompt))] : [];
  return [...prompt, ...partsOf(control), line("Settings", settingsOf(control).join(", "))];
}

function partsOf(control: Interaction): readonly Line[] {
  switch (control.type) {
    case "choice":
    case "inline-choice":
    case "order":
      return control.choices.map((one) => choiceLine("Choice", one));
    case "associate":
      return control.choices.map((one) => choiceLine("Choice", one));
    case "match":
      return [
        ...control.sources.map((one) => choiceLine("Left", one)),
        ...control.targets.map((one) => choiceLine("Right", one)),
      ];
    case "gap-match":
      return [
        ...control.texts.map((one) => choiceLine("Word", one)),
        line("Text with gaps", plainWords(control.content)),
      ];
    case "hottext":
      return [line("Text to mark", plainWords(control.content))];
    case "hotspot":
    case "graphic-order":
    case "graphic-associate":
      return [pictureLine(control.picture), ...control.regions.map(regionLine)];
    case "graphic-gap-match":
      return [
        pictureLine(control.picture),
        ...control.texts.map((one) => choiceLine("Label", one)),
        ...control.regions.map(regionLine),
      ];
    case "select-point":
      return [pictureLine(control.picture)];
    case "media":
      return [line("To be played", `${control.media.src}: ${control.media.words}`)];
    case "slider":
      return [line("Scale", `${control.lower} to ${control.upper} in steps of ${control.step}`)];
    case "text-entry":
    case "extended-text":
      return [];
  }
}

const choiceLine = (name: string, { id, content, fixed }: Choice | Associable) =>
  line(`${name} ${id}`, `${plainWords(content)}${fixed ? " (stays in its place)" : ""}`);
const pictureLine = ({ src, alt, width, height }: Picture) => line("Picture", `${src}, ${width} × ${height}: ${alt}`);
const regionLine = ({ id, label, shape, coords }: Region) => line(`Place ${id}`, `${label} (${shape} ${coords})`);

const names: Readonly<Record<string, string>> = {
  minChoices: "at least",
  maxChoices: "at most",
  maxAssociations: "pairs at most",
  expectedLength: "signs expected",
  expectedLines: "lines expected",
  maxStrings: "texts at most",
  minPlays: "plays at least",
  maxPlays: "plays at most",
};

/** The figures a control is set to; nothing said of what has no limit. */
const settingsOf = (control: Interaction): readonly string[] => [
  ...("shuffle" in control ? [control.shuffle ? "shuffled" : "in this order"] : []),
  ...Object.entries(control).flatMap(([name, value]) =>
    names[name] !== undefined && typeof value === "number" && value > 0 ? [`${names[name]} ${value}`] : [],
  ),
  ...("label" in control ? [`called “${control.label}”`] : []),
];
