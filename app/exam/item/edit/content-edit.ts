import type { Body, Interaction, Node, Picture } from "../body.ts";
import { gapsOf, hottextsOf, interactionsOf } from "../content.ts";
import type { Item } from "../item.ts";
import type { ResponseId } from "../response.ts";
import { withInteraction } from "./interactions.ts";
import { freshName } from "./names.ts";

/** Another text for the whole item. A control that is there twice, after copying, becomes a control of its own. */
export const withBody = (item: Item, body: Body): Item => ({ ...item, body: distinctControls(body) });

export const withPrompt = (item: Item, response: ResponseId, prompt: Body): Item =>
  withInteraction(item, response, (interaction) =>
    "prompt" in interaction ? { ...interaction, prompt } : interaction,
  );

/** Another running text. A gap or a phrase that is there twice gets a name of its own. */
export const withContent = (item: Item, response: ResponseId, content: Body): Item =>
  withInteraction(item, response, (interaction) =>
    interaction.type === "gap-match" || interaction.type === "hottext"
      ? { ...interaction, content: distinctNames(content) }
      : interaction,
  );

/** What is set about an interaction besides its words and its lists. */
export type Settings = {
  readonly shuffle?: boolean;
  readonly label?: string;
  readonly expectedLength?: number | null;
  readonly expectedLines?: number | null;
  readonly lower?: number;
  readonly upper?: number;
  readonly step?: number;
  readonly picture?: Picture;
};

/** An interaction takes of the settings those it has. */
export const withSettings = (item: Item, response: ResponseId, settings: Settings): Item =>
  withInteraction(item, response, (interaction) => {
    const own = Object.entries(settings).filter(
      ([name, value]) => Object.hasOwn(interaction, name) && value !== undefined,
    );
    return { ...interaction, ...Object.fromEntries(own) };
  });

/** A new control to stand among words, under the first response that is free. */
export const newControl = (item: Item, type: "text-entry" | "inline-choice"): Interaction => {
  const taken = interactionsOf(item.body).map(({ response }) => response);
  const response = taken.length === 0 ? "RESPONSE" : freshName([...taken, "R1"], "R");
  if (type === "text-entry") return { type, response, expectedLength: 20, label: "Answer" };
  const choices = ["A", "B", "C"].map((id) => ({ id, content: [], fixed: false }));
  return { type, response, choices, shuffle: true, label: "Answer" };
};

export const freshGap = (content: Body) => freshName(gapsOf(content), "G");
export const freshHottext = (content: Body) => freshName(hottextsOf(content), "H");

/** Applies to every node in reading order, the outer one before those within it. */
const mapped = (body: Body, change: (node: Node) => Node): Body =>
  body.map((node) => {
    const now = change(node);
    return now.kind === "element" || now.kind === "hottext" ? { ...now, children: mapped(now.children, change) } : now;
  });

const distinctControls = (body: Body): Body => {
  const taken = interactionsOf(body).map(({ response }) => response);
  const met = new Set<string>();
  return mapped(body, (node) => {
    if (node.kind !== "interaction") return node;
    const { response } = node.interaction;
    if (!met.has(response)) {
      met.add(response);
      return node;
    }
    const fresh = freshName([...taken, ...met], "R");
    met.add(fresh);
    return { kind: "interaction", interaction: { ...node.interaction, response: fresh } };
  });
};

const distinctNames = (content: Body): Body => {
  const taken = [...gapsOf(content), ...hottextsOf(content)];
  const met = new Set<string>();
  return mapped(content, (node) => {
    if (node.kind !== "gap" && node.kind !== "hottext") return node;
    const id = met.has(node.id) ? freshName([...taken, ...met], node.kind === "gap" ? "G" : "H") : node.id;
    met.add(id);
    return { ...node, id };
  });
};
