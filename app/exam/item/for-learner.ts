import type { Associable, AssociableRegion, Body, Choice, Interaction, Node, Picture, Region } from "./body.ts";
import type { Item, Stimulus } from "./item.ts";
import type { LearnerItem, LearnerStimulus } from "./learner-item.ts";

/**
 * What a learner's browser gets of an item. Everything is built by naming what goes in, so that nothing added to an
 * item later can slip through.
 */
export const forLearner = (item: Item): LearnerItem => ({
  id: item.id,
  marks: item.maxMark,
  body: bodyForLearner(item.body),
});

export const stimulusForLearner = (stimulus: Stimulus): LearnerStimulus => ({
  id: stimulus.id,
  title: stimulus.title,
  body: bodyForLearner(stimulus.body),
});

const bodyForLearner = (body: Body): Body => body.map(nodeForLearner);

const nodeForLearner = (node: Node): Node => {
  switch (node.kind) {
    case "text":
      return { kind: "text", text: node.text };
    case "element":
      return {
        kind: "element",
        tag: node.tag,
        attributes: { ...node.attributes },
        children: bodyForLearner(node.children),
      };
    case "interaction":
      return { kind: "interaction", interaction: interactionForLearner(node.interaction) };
    case "gap":
      return { kind: "gap", id: node.id };
    case "hottext":
      return { kind: "hottext", id: node.id, children: bodyForLearner(node.children) };
  }
};

const choiceForLearner = ({ id, content, fixed }: Choice): Choice => ({ id, content: bodyForLearner(content), fixed });

const associableForLearner = ({ id, content, matchMax, fixed }: Associable): Associable => ({
  id,
  content: bodyForLearner(content),
  matchMax,
  fixed,
});

/**
 * Writers tend to put choices in the order of the key. Where choices will be shuffled anyway they travel sorted by their
 * identifiers, fixed ones in place, so that the order tells nothing that the identifiers do not.
 */
const inNeutralOrder = <T extends { readonly id: string; readonly fixed: boolean }>(
  choices: readonly T[],
  shuffle: boolean,
): readonly T[] => {
  if (!shuffle) return choices;
  const movable = choices.filter(({ fixed }) => !fixed).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return choices.map((choice) => (choice.fixed ? choice : (movable.shift() ?? choice)));
};

const interactionForLearner = (from: Interaction): Interaction => {
  switch (from.type) {
    case "choice": {
      const { type, response, minChoices, maxChoices, shuffle } = from;
      const choices = inNeutralOrder(from.choices, shuffle).map(choiceForLearner);
      return { type, response, prompt: bodyForLearner(from.prompt), choices, minChoices, maxChoices, shuffle };
    }
    case "text-entry": {
      const { type, response, expectedLength, label } = from;
      return { type, response, expectedLength, label };
    }
    case "extended-text": {
      const { type, response, expectedLines, expectedLength, maxStrings } = from;
      const several = maxStrings === undefined ? {} : { maxStrings };
      return { type, response, prompt: bodyForLearner(from.prompt), expectedLines, expectedLength, ...several };
    }
    case "inline-choice": {
      const { type, response, shuffle, label } = from;
      return { type, response, choices: inNeutralOrder(from.choices, shuffle).map(choiceForLearner), shuffle, label };
    }
    case "match": {
      const { type, response, maxAssociations, shuffle } = from;
      const sources = inNeutralOrder(from.sources, shuffle).map(associableForLearner);
      const targets = inNeutralOrder(from.targets, shuffle).map(associableForLearner);
      return { type, response, prompt: bodyForLearner(from.prompt), sources, targets, maxAssociations, shuffle };
    }
    case "associate": {
      const { type, response, maxAssociations, shuffle } = from;
      const choices = inNeutralOrder(from.choices, shuffle).map(associableForLearner);
      return { type, response, prompt: bodyForLearner(from.prompt), choices, maxAssociations, shuffle };
    }
    case "order": {
      const { type, response, shuffle } = from;
      const choices = inNeutralOrder(from.choices, shuffle).map(choiceForLearner);
      return { type, response, prompt: bodyForLearner(from.prompt), choices, shuffle, ...countingFirst(from) };
    }
    case "gap-match": {
      const { type, response, shuffle } = from;
      const texts = inNeutralOrder(from.texts, shuffle).map(associableForLearner);
      const content = bodyForLearner(from.content);
      return { type, response, prompt: bodyForLearner(from.prompt), texts, content, shuffle };
    }
    case "hottext": {
      const { type, response, minChoices, maxChoices } = from;
      const content = bodyForLearner(from.content);
      return { type, response, prompt: bodyForLearner(from.prompt), content, minChoices, maxChoices };
    }
    case "hotspot": {
      const { type, response, maxChoices } = from;
      const regions = from.regions.map(regionForLearner);
      return { type, response, ...pictured(from), regions, maxChoices };
    }
    case "media": {
      const { type, response, minPlays, maxPlays } = from;
      const { kind, src, width, height, words } = from.media;
      const media = { kind, src, width, height, words };
      return { type, response, prompt: bodyForLearner(from.prompt), media, minPlays, maxPlays };
    }
    case "slider": {
      const { type, response, lower, upper, step } = from;
      return { type, response, prompt: bodyForLearner(from.prompt), lower, upper, step };
    }
    case "select-point": {
      const { type, response, minChoices, maxChoices } = from;
      return { type, response, ...pictured(from), minChoices, maxChoices };
    }
    case "graphic-order": {
      const { type, response } = from;
      const regions = sortedById(from.regions).map(regionForLearner);
      return { type, response, ...pictured(from), regions, ...countingFirst(from) };
    }
    case "graphic-associate": {
      const { type, response, maxAssociations } = from;
      const regions = sortedById(from.regions).map(associableRegionForLearner);
      return { type, response, ...pictured(from), regions, maxAssociations };
    }
    case "graphic-gap-match": {
      const { type, response } = from;
      const texts = sortedById(from.texts).map(associableForLearner);
      const regions = from.regions.map(associableRegionForLearner);
      return { type, response, ...pictured(from), texts, regions };
    }
  }
};

const countingFirst = ({ maxChoices }: { readonly maxChoices?: number }) =>
  maxChoices === undefined ? {} : { maxChoices };

const pictured = ({ prompt, picture }: { readonly prompt: Body; readonly picture: Picture }) => {
  const { src, width, height, alt } = picture;
  return { prompt: bodyForLearner(prompt), picture: { src, width, height, alt } };
};

const regionForLearner = ({ id, shape, coords, label }: Region): Region => ({ id, shape, coords: [...coords], label });

const associableRegionForLearner = (region: AssociableRegion): AssociableRegion => ({
  ...regionForLearner(region),
  matchMax: region.matchMax,
});

/** Where places stand on the picture says all that a learner needs; the order they were written in may be the key. */
const sortedById = <T extends { readonly id: string }>(things: readonly T[]): readonly T[] =>
  things.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
