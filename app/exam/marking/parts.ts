import { interactionsOf } from "../item/content.ts";
import type { ResponseDeclaration } from "../item/declaration.ts";
import type { Item } from "../item/item.ts";
import type { ItemResponse, ResponseId } from "../item/response.ts";
import { isRecognised } from "./auto-recognise.ts";
import { entryFor, inPlainForm } from "./auto-values.ts";
import { type Normalised, normalise } from "./normalise.ts";

/** One typed answer of an item that rules mark, as the rules saw it. */
export type PartSeen = {
  readonly response: ResponseId;
  /** What the learner was asked for in this place; empty when the item gives it no name. */
  readonly label: string;
  readonly given: string;
  readonly plain: Normalised;
  /** A rule knows this text, whether it earns a mark or not. */
  readonly isRecognised: boolean;
  /** What its entry is worth; null when no entry says. */
  readonly marks: number | null;
};

/** The typed parts of a response in the order of the item; none for an item that people mark from the start. */
export function partsSeen(item: Item, response: ItemResponse): readonly PartSeen[] {
  if (item.marking === "person") return [];
  return item.responses
    .filter(({ baseType }) => baseType === "string")
    .map((declaration) => partSeen(declaration, { item, given: givenTo(declaration.id, response) }));
}

const givenTo = (id: ResponseId, response: ItemResponse) =>
  Object.hasOwn(response, id) ? (response[id]?.[0] ?? "") : "";

function partSeen(declaration: ResponseDeclaration, { item, given }: { item: Item; given: string }): PartSeen {
  const { id, baseType, mapping } = declaration;
  const asked = interactionsOf(item.body).find(({ response }) => response === id);
  const blank = given.trim() === "";
  const entry = blank || mapping === null ? null : entryFor(given, mapping, { baseType, same: inPlainForm });
  return {
    response: id,
    label: asked?.type === "text-entry" ? asked.label : "",
    given,
    plain: normalise(given),
    isRecognised: blank || isRecognised(declaration, [given], item),
    marks: blank ? 0 : (entry?.value ?? null),
  };
}
