import { z } from "zod";
import { type Area, shapes } from "./area.ts";
import {
  type Associable,
  type AssociableRegion,
  type Attributes,
  attributesByTag,
  type Body,
  type Choice,
  type Interaction,
  type Node,
  type Picture,
  type Region,
  tags,
} from "./body.ts";
import { isWritable } from "./writable-text.ts";

/** A name of a choice, a response, a point: parts of a value are told apart by spaces, so it has none. */
export const nameShape = z
  .string()
  .min(1)
  .max(120)
  .regex(/^\S+$/, "A name has no spaces.")
  .refine(isWritable, "A name holds a sign that no file can.");
export const wordsShape = z.string().max(20_000).refine(isWritable, "It holds a sign that no file can.");
const few = z.int().min(0).max(1_000);
const number = z.number().min(-1_000_000_000).max(1_000_000_000);

/** A file of the unit beside the item: no address, no absolute path. */
export const sourceShape = z
  .string()
  .max(200)
  .regex(/^(?!\/)(?!.*[:\\])(\.\.\/)?(?!.*\.\.\/.*\.\.)[^\0]*$/, "A picture is a file of the unit, not an address.");

export const areaShape: z.ZodType<Area> = z.strictObject({
  shape: z.enum(shapes),
  coords: z.array(number).max(400).readonly(),
});

const anywhere = ["dir", "lang", "class"];
const byTag: Readonly<Record<string, readonly string[]>> = {
  ...attributesByTag,
  audio: ["src", "title"],
  video: ["src", "title"],
};

const attributesShape: z.ZodType<Attributes> = z.record(z.string().max(40), wordsShape.max(1_000));

type ElementNode = Extract<Node, { readonly kind: "element" }>;

/** Only attributes that the element may have; pictures only from the unit, and looks only those of the standard. */
const hasLawfulAttributes = ({ tag, attributes }: ElementNode) =>
  Object.entries(attributes).every(
    ([name, value]) =>
      (anywhere.includes(name) || (byTag[tag] ?? []).includes(name)) &&
      (name !== "src" || sourceShape.safeParse(value).success) &&
      (name !== "class" || value.split(" ").every((one) => one.startsWith("qti-"))),
  );

const textNode = z.strictObject({ kind: z.literal("text"), text: wordsShape });
const gapNode = z.strictObject({ kind: z.literal("gap"), id: nameShape });

/** Content in which, besides text and elements, only these other nodes may stand. */
const contentOf = (others: (children: z.ZodType<Body>) => readonly z.ZodType<Node>[]): z.ZodType<Body> => {
  const children: z.ZodType<Body> = z.lazy(() => nodes);
  const element: z.ZodType<Node> = z
    .strictObject({ kind: z.literal("element"), tag: z.enum(tags), attributes: attributesShape, children })
    .refine(hasLawfulAttributes, "An element has an attribute that it may not have.");
  const nodes: z.ZodType<Body> = z.array(z.union([textNode, element, ...others(children)])).max(2_000);
  return nodes;
};

/** Words, lists, tables, pictures: nothing to answer with. */
export const contentShape = contentOf(() => []);
const withGaps = contentOf(() => [gapNode]);
const withHottexts = contentOf(() => [
  z.strictObject({ kind: z.literal("hottext"), id: nameShape, children: contentShape }),
]);

const choice: z.ZodType<Choice> = z.strictObject({ id: nameShape, content: contentShape, fixed: z.boolean() });
const choices = z.array(choice).max(100).readonly();
const associable: z.ZodType<Associable> = z.strictObject({
  id: nameShape,
  content: contentShape,
  matchMax: few,
  fixed: z.boolean(),
});
const associables = z.array(associable).max(100).readonly();
const region = {
  id: nameShape,
  label: wordsShape.max(500),
  shape: z.enum(shapes),
  coords: z.array(number).max(400).readonly(),
};
const regions: z.ZodType<readonly Region[]> = z.array(z.strictObject(region)).max(100);
const associableRegions: z.ZodType<readonly AssociableRegion[]> = z
  .array(z.strictObject({ ...region, matchMax: few }))
  .max(100);
const picture: z.ZodType<Picture> = z.strictObject({
  src: sourceShape,
  width: z.int().min(0).max(10_000),
  height: z.int().min(0).max(10_000),
  alt: wordsShape.max(2_000),
});
const media = z.strictObject({
  kind: z.enum(["audio", "video", "picture"]),
  src: sourceShape,
  width: few.max(10_000).nullable(),
  height: few.max(10_000).nullable(),
  words: wordsShape.max(2_000),
});

const asks = { response: nameShape, prompt: contentShape };
const limits = { minChoices: few, maxChoices: few };
const shuffle = z.boolean();
const length = z.int().min(0).max(100_000).nullable();
const label = wordsShape.max(500);

/** Any interaction with all its parts; whether it makes sense is for `checkItem` to say. */
export const interactionShape: z.ZodType<Interaction> = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("choice"), ...asks, choices, ...limits, shuffle }),
  z.strictObject({ type: z.literal("text-entry"), response: nameShape, expectedLength: length, label }),
  z.strictObject({
    type: z.literal("extended-text"),
    ...asks,
    expectedLines: length,
    expectedLength: length,
    maxStrings: few.optional(),
  }),
  z.strictObject({ type: z.literal("inline-choice"), response: nameShape, choices, shuffle, label }),
  z.strictObject({
    type: z.literal("match"),
    ...asks,
    sources: associables,
    targets: associables,
    maxAssociations: few,
    shuffle,
  }),
  z.strictObject({ type: z.literal("associate"), ...asks, choices: associables, maxAssociations: few, shuffle }),
  z.strictObject({ type: z.literal("order"), ...asks, choices, shuffle, maxChoices: few.optional() }),
  z.strictObject({ type: z.literal("gap-match"), ...asks, texts: associables, content: withGaps, shuffle }),
  z.strictObject({ type: z.literal("hottext"), ...asks, content: withHottexts, ...limits }),
  z.strictObject({ type: z.literal("hotspot"), ...asks, picture, regions, maxChoices: few }),
  z.strictObject({ type: z.literal("slider"), ...asks, lower: number, upper: number, step: number }),
  z.strictObject({ type: z.literal("select-point"), ...asks, picture, ...limits }),
  z.strictObject({ type: z.literal("graphic-order"), ...asks, picture, regions, maxChoices: few.optional() }),
  z.strictObject({
    type: z.literal("graphic-associate"),
    ...asks,
    picture,
    regions: associableRegions,
    maxAssociations: few,
  }),
  z.strictObject({
    type: z.literal("graphic-gap-match"),
    ...asks,
    picture,
    texts: associables,
    regions: associableRegions,
  }),
  z.strictObject({ type: z.literal("media"), ...asks, media, minPlays: few, maxPlays: few }),
]);

/** What a learner sees of an item: content with interactions in it. */
export const bodyShape = contentOf(() => [
  z.strictObject({ kind: z.literal("interaction"), interaction: interactionShape }),
]);
