import type { Area } from "./area.ts";
import type { ResponseId } from "./response.ts";

/**
 * What a learner sees of an item or a stimulus: text from an allow-list of elements, with interactions in it.
 * Nothing in these types can hold a key, a mapping, a mark scheme or feedback.
 */
export type Body = readonly Node[];

export type Node =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "element"; readonly tag: Tag; readonly attributes: Attributes; readonly children: Body }
  | { readonly kind: "interaction"; readonly interaction: Interaction }
  /** Only inside a gap-match interaction's content. */
  | { readonly kind: "gap"; readonly id: string }
  /** Only inside a hottext interaction's content. */
  | { readonly kind: "hottext"; readonly id: string; readonly children: Body };

/** Names as in HTML, lower case. */
export type Attributes = Readonly<Record<string, string>>;

/** Elements of HTML. */
const htmlTags = [
  "a",
  "abbr",
  "address",
  "audio",
  "b",
  "bdo",
  "blockquote",
  "br",
  "caption",
  "cite",
  "code",
  "col",
  "colgroup",
  "dd",
  "del",
  "dfn",
  "div",
  "dl",
  "dt",
  "em",
  "figcaption",
  "figure",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "hr",
  "i",
  "img",
  "ins",
  "kbd",
  "li",
  "ol",
  "p",
  "pre",
  "q",
  "rp",
  "rt",
  "ruby",
  "samp",
  "small",
  "span",
  "strong",
  "sub",
  "sup",
  "table",
  "tbody",
  "td",
  "tfoot",
  "th",
  "thead",
  "tr",
  "u",
  "ul",
  "var",
  "video",
] as const;

/** Elements of MathML that show a formula; none that say what it means or that act. */
export const mathTags = [
  "math",
  "menclose",
  "merror",
  "mfenced",
  "mfrac",
  "mi",
  "mmultiscripts",
  "mn",
  "mo",
  "mover",
  "mpadded",
  "mphantom",
  "mprescripts",
  "mroot",
  "mrow",
  "ms",
  "mspace",
  "msqrt",
  "mstyle",
  "msub",
  "msubsup",
  "msup",
  "mtable",
  "mtd",
  "mtext",
  "mtr",
  "munder",
  "munderover",
  "none",
] as const;

export const tags = [...htmlTags, ...mathTags] as const;
export type Tag = (typeof tags)[number];

/** What elements may carry besides language and direction; sound and film are read in a way of their own. */
export const attributesByTag: Partial<Record<Tag, readonly string[]>> = {
  img: ["src", "alt", "width", "height"],
  th: ["scope", "colspan", "rowspan", "abbr"],
  td: ["colspan", "rowspan"],
  col: ["span"],
  colgroup: ["span"],
  ol: ["start"],
  abbr: ["title"],
  ...Object.fromEntries(
    mathTags.map((tag) => [tag, ["display", "mathvariant", "columnalign", "stretchy", "open", "close", "separators"]]),
  ),
};

export type Choice = { readonly id: string; readonly content: Body; readonly fixed: boolean };
/** `matchMax` 0 means as often as one likes. */
export type Associable = {
  readonly id: string;
  readonly content: Body;
  readonly matchMax: number;
  readonly fixed: boolean;
};
/** A place on a picture. */
export type Region = Area & {
  readonly id: string;
  /** The words that stand for the region in the list that works without a pointer. */
  readonly label: string;
};
/** A place that other places, or things, go with; `matchMax` 0 means as often as one likes. */
export type AssociableRegion = Region & { readonly matchMax: number };
/** Sound, film or a picture to look at; `words` say what it holds. */
export type Media = {
  readonly kind: "audio" | "video" | "picture";
  readonly src: string;
  readonly width: number | null;
  readonly height: number | null;
  readonly words: string;
};
export type Picture = { readonly src: string; readonly width: number; readonly height: number; readonly alt: string };

/** One control that takes one response. `maxChoices` and `maxAssociations` 0 mean no limit (QTI 3.0.1). */
export type Interaction =
  | {
      readonly type: "choice";
      readonly response: ResponseId;
      readonly prompt: Body;
      readonly choices: readonly Choice[];
      readonly minChoices: number;
      readonly maxChoices: number;
      readonly shuffle: boolean;
    }
  | {
      readonly type: "text-entry";
      readonly response: ResponseId;
      readonly expectedLength: number | null;
      readonly label: string;
    }
  | {
      readonly type: "extended-text";
      readonly response: ResponseId;
      readonly prompt: Body;
      readonly expectedLines: number | null;
      readonly expectedLength: number | null;
      /** How many separate texts may be given; absent for one. */
      readonly maxStrings?: number;
    }
  | {
      readonly type: "inline-choice";
      readonly response: ResponseId;
      readonly choices: readonly Choice[];
      readonly shuffle: boolean;
      readonly label: string;
    }
  | {
      readonly type: "match";
      readonly response: ResponseId;
      readonly prompt: Body;
      readonly sources: readonly Associable[];
      readonly targets: readonly Associable[];
      readonly maxAssociations: number;
      readonly shuffle: boolean;
    }
  | {
      readonly type: "associate";
      readonly response: ResponseId;
      readonly prompt: Body;
      readonly choices: readonly Associable[];
      readonly maxAssociations: number;
      readonly shuffle: boolean;
    }
  | {
      readonly type: "order";
      readonly response: ResponseId;
      readonly prompt: Body;
      readonly choices: readonly Choice[];
      readonly shuffle: boolean;
      /** How many of them count, from the first; absent for all. */
      readonly maxChoices?: number;
    }
  | {
      readonly type: "gap-match";
      readonly response: ResponseId;
      readonly prompt: Body;
      readonly texts: readonly Associable[];
      readonly content: Body;
      readonly shuffle: boolean;
    }
  | {
      readonly type: "hottext";
      readonly response: ResponseId;
      readonly prompt: Body;
      readonly content: Body;
      readonly minChoices: number;
      readonly maxChoices: number;
    }
  | {
      readonly type: "hotspot";
      readonly response: ResponseId;
      readonly prompt: Body;
      readonly picture: Picture;
      readonly regions: readonly Region[];
      readonly maxChoices: number;
    }
  | {
      readonly type: "slider";
      readonly response: ResponseId;
      readonly prompt: Body;
      readonly lower: number;
      readonly upper: number;
      readonly step: number;
    }
  | {
      /** Its response is points of the picture, as in `"102 47"`. */
      readonly type: "select-point";
      readonly response: ResponseId;
      readonly prompt: Body;
      readonly picture: Picture;
      readonly minChoices: number;
      readonly maxChoices: number;
    }
  | {
      readonly type: "graphic-order";
      readonly response: ResponseId;
      readonly prompt: Body;
      readonly picture: Picture;
      readonly regions: readonly Region[];
      readonly maxChoices?: number;
    }
  | {
      readonly type: "graphic-associate";
      readonly response: ResponseId;
      readonly prompt: Body;
      readonly picture: Picture;
      readonly regions: readonly AssociableRegion[];
      readonly maxAssociations: number;
    }
  | {
      /** Texts or small pictures to place on a picture: the text comes first in a pair, then the place. */
      readonly type: "graphic-gap-match";
      readonly response: ResponseId;
      readonly prompt: Body;
      readonly picture: Picture;
      readonly texts: readonly Associable[];
      readonly regions: readonly AssociableRegion[];
    }
  | {
      /** Its response is how often it was played to the end. `maxPlays` 0 means as often as one likes. */
      readonly type: "media";
      readonly response: ResponseId;
      readonly prompt: Body;
      readonly media: Media;
      readonly minPlays: number;
      readonly maxPlays: number;
    };

export type InteractionType = Interaction["type"];
