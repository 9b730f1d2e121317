import { interactionsOf } from "../../../exam/item/content.ts";
import type { Item } from "../../../exam/item/item.ts";
import { answersOf, places, workedAt } from "../fault-places.ts";

/** What a comment can be about, in words that stay understandable when the item has changed. */
export const commentPlaces = (item: Item): readonly string[] => [
  "question",
  ...interactionsOf(item.body).flatMap((interaction) =>
    "choices" in interaction ? interaction.choices.map(({ id }) => `choice ${id}`) : [],
  ),
  "marks",
  ...(item.scheme === null ? [] : ["mark scheme"]),
  ...item.worked.map((_, at) => `worked response ${at + 1}`),
  "place in the specification",
];

/** The part of the page that a comment is about. */
export function placeOfComment(place: string, item: Item): string | null {
  const [first] = interactionsOf(item.body);
  if (place.startsWith("choice ") && first !== undefined) return answersOf(first.response);
  if (place.startsWith("worked response ")) return workedAt(Number(place.slice("worked response ".length)) - 1);
  const known: Readonly<Record<string, string>> = {
    question: places.question,
    marks: places.marks,
    "mark scheme": places.scheme,
    "place in the specification": "place",
  };
  return known[place] ?? null;
}
