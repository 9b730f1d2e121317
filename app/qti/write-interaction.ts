import type { Area } from "../exam/item/area.ts";
import type { Associable, Body, Choice, Interaction, Media, Picture, Region } from "../exam/item/body.ts";
import { writeBlocks, writeContent, writeWords } from "./write-body.ts";
import { block, inline, type Markup, type Piece } from "./write-xml.ts";

/** Writes one interaction. `defaultLabel` is what a reader calls it when nothing is said. */
export const writeInteraction = (interaction: Interaction, defaultLabel: string): Markup => {
  const response = { "response-identifier": interaction.response };
  switch (interaction.type) {
    case "choice":
      return block("qti-choice-interaction", { ...response, ...choiceLimits(interaction), ...shuffled(interaction) }, [
        ...prompt(interaction.prompt),
        ...choices(interaction.choices, "qti-simple-choice"),
      ]);
    case "text-entry":
      return inline("qti-text-entry-interaction", {
        ...response,
        "expected-length": interaction.expectedLength,
        "aria-label": labelled(interaction.label, defaultLabel),
      });
    case "extended-text":
      return block(
        "qti-extended-text-interaction",
        {
          ...response,
          "expected-lines": interaction.expectedLines,
          "expected-length": interaction.expectedLength,
          "max-strings": interaction.maxStrings ?? null,
          format: "plain",
        },
        prompt(interaction.prompt),
      );
    case "inline-choice":
      return inline(
        "qti-inline-choice-interaction",
        { ...response, ...shuffled(interaction), "aria-label": labelled(interaction.label, defaultLabel) },
        interaction.choices.map(({ id, content, fixed }) =>
          inline("qti-inline-choice", { identifier: id, fixed: fixed || null }, writeWords(content)),
        ),
      );
    case "match":
      return block(
        "qti-match-interaction",
        { ...response, ...associationLimit(interaction), ...shuffled(interaction) },
        [
          ...prompt(interaction.prompt),
          ...[interaction.sources, interaction.targets].map((set) =>
            block("qti-simple-match-set", {}, associables(set, "qti-simple-associable-choice")),
          ),
        ],
      );
    case "associate":
      return block(
        "qti-associate-interaction",
        { ...response, ...associationLimit(interaction), ...shuffled(interaction) },
        [...prompt(interaction.prompt), ...associables(interaction.choices, "qti-simple-associable-choice")],
      );
    case "order":
      return block("qti-order-interaction", { ...response, ...counting(interaction), ...shuffled(interaction) }, [
        ...prompt(interaction.prompt),
        ...choices(interaction.choices, "qti-simple-choice"),
      ]);
    case "gap-match":
      return block("qti-gap-match-interaction", { ...response, ...shuffled(interaction) }, [
        ...prompt(interaction.prompt),
        ...texts(interaction.texts),
        ...writeBlocks(interaction.content),
      ]);
    case "hottext":
      return block("qti-hottext-interaction", { ...response, ...choiceLimits(interaction) }, [
        ...prompt(interaction.prompt),
        ...writeBlocks(interaction.content),
      ]);
    case "hotspot":
      return block("qti-hotspot-interaction", { ...response, "max-choices": interaction.maxChoices }, [
        ...prompt(interaction.prompt),
        picture(interaction.picture),
        ...regions(interaction.regions, interaction.picture),
      ]);
    case "slider":
      return block(
        "qti-slider-interaction",
        {
          ...response,
          "lower-bound": interaction.lower,
          "upper-bound": interaction.upper,
          step: interaction.step,
        },
        prompt(interaction.prompt),
      );
    case "select-point":
      return block("qti-select-point-interaction", { ...response, ...choiceLimits(interaction) }, [
        ...prompt(interaction.prompt),
        picture(interaction.picture),
      ]);
    case "graphic-order":
      return block("qti-graphic-order-interaction", { ...response, ...counting(interaction) }, [
        ...prompt(interaction.prompt),
        picture(interaction.picture),
        ...regions(interaction.regions, interaction.picture),
      ]);
    case "graphic-associate":
      return block("qti-graphic-associate-interaction", { ...response, ...associationLimit(interaction) }, [
        ...prompt(interaction.prompt),
        picture(interaction.picture),
        ...places(interaction),
      ]);
    case "graphic-gap-match":
      return block("qti-graphic-gap-match-interaction", response, [
        ...prompt(interaction.prompt),
        picture(interaction.picture),
        ...texts(interaction.texts),
        ...places(interaction),
      ]);
    case "media":
      return block(
        "qti-media-interaction",
        {
          ...response,
          autostart: false,
          "min-plays": interaction.minPlays,
          "max-plays": interaction.maxPlays,
        },
        [...prompt(interaction.prompt), media(interaction.media)],
      );
  }
};

const labelled = (label: string, defaultLabel: string) => (label === defaultLabel ? null : label);
const counting = ({ maxChoices }: { readonly maxChoices?: number }) => ({ "max-choices": maxChoices ?? null });
const shuffled = ({ shuffle }: { readonly shuffle: boolean }) => ({ shuffle: shuffle || null });
const choiceLimits = (limits: { readonly minChoices: number; readonly maxChoices: number }) => ({
  "min-choices": limits.minChoices === 0 ? null : limits.minChoices,
  "max-choices": limits.maxChoices,
});
const associationLimit = ({ maxAssociations }: { readonly maxAssociations: number }) => ({
  "max-associations": maxAssociations,
});

const prompt = (body: Body): readonly Markup[] =>
  body.length === 0 ? [] : [inline("qti-prompt", {}, writeContent(body))];

const choices = (all: readonly Choice[], name: string) =>
  all.map(({ id, content, fixed }) => inline(name, { identifier: id, fixed: fixed || null }, writeContent(content)));

const associable = ({ id, matchMax, fixed }: Associable) => ({
  identifier: id,
  "match-max": matchMax,
  fixed: fixed || null,
});

const associables = (all: readonly Associable[], name: string) =>
  all.map((choice) => inline(name, associable(choice), writeContent(choice.content)));

/** A text to place; one that is nothing but a picture is a picture to place. */
const texts = (all: readonly Associable[]): readonly Piece[] =>
  all.map((text) => {
    const [only, ...more] = text.content;
    const isPicture = only?.kind === "element" && only.tag === "img" && more.length === 0;
    return inline(isPicture ? "qti-gap-img" : "qti-gap-text", associable(text), writeWords(text.content));
  });

const picture = ({ src, alt, width, height }: Picture) => inline("img", { src, alt, width, height });

const media = ({ kind, src, width, height, words }: Media) => {
  const content = words === "" ? [] : [words];
  if (kind === "audio") return inline("audio", { src, width, height }, content);
  if (kind === "video") return inline("video", { src, width, height }, content);
  return inline("object", { data: src, type: pictureType(src), width, height }, content);
};

const pictureType = (name: string) => {
  const ending = name.split(".").at(-1)?.toLowerCase() ?? "";
  if (ending === "svg") return "image/svg+xml";
  return `image/${ending === "jpg" ? "jpeg" : ending}`;
};

/** The schema wants coordinates even for the whole picture, and whole pixels of it. */
export const areaOf = ({ shape, coords }: Area, { width, height }: Pick<Picture, "width" | "height">) => ({
  shape,
  coords: (shape === "default" ? [0, 0, width, height] : coords).map((part) => Math.max(0, Math.round(part))).join(","),
});

const region = (place: Region, on: Picture) => ({
  identifier: place.id,
  ...areaOf(place, on),
  "hotspot-label": place.label === "" ? null : place.label,
});

const regions = (all: readonly Region[], on: Picture) =>
  all.map((place) => inline("qti-hotspot-choice", region(place, on)));

const places = (on: Extract<Interaction, { readonly type: "graphic-associate" | "graphic-gap-match" }>) =>
  on.regions.map((place) =>
    inline("qti-associable-hotspot", { ...region(place, on.picture), "match-max": place.matchMax }),
  );
