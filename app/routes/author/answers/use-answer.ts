import type { Interaction } from "../../../exam/item/body.ts";
import { interactionsOf } from "../../../exam/item/content.ts";
import type { ResponseDeclaration } from "../../../exam/item/declaration.ts";
import { type Settings, withSettings } from "../../../exam/item/edit/content-edit.ts";
import { withKeyPart, withWorth } from "../../../exam/item/edit/key.ts";
import { wayOf } from "../../../exam/item/edit/marking-way.ts";
import type { Value } from "../../../exam/item/response.ts";
import { useAuthor } from "../author-context.ts";

const nothing: Value = [];

/** One interaction with its key, and what a writer does with both. */
export function useAnswer(interaction: Interaction) {
  const { item, edit } = useAuthor();
  const { response } = interaction;
  const declaration: ResponseDeclaration | undefined = item.responses.find(({ id }) => id === response);
  const key = declaration?.correct ?? nothing;
  const way = wayOf(item);
  return {
    response,
    key,
    declaration,
    isOnly: interactionsOf(item.body).length === 1,
    /** Each right part is worth marks of its own. */
    isPriced: way.kind === "each",
    isKeyed: way.kind !== "person",
    isRight: (part: string) => key.includes(part),
    worthOf: (part: string) => declaration?.mapping?.entries.find((entry) => entry.key === part)?.value ?? null,
    setRight: (part: string, isRight: boolean) => edit((now) => withKeyPart(now, response, part, isRight)),
    setWorth: (part: string, value: number) =>
      edit((now) => withWorth(now, response, { key: part, value }), `worth ${response} ${part}`),
    set: (settings: Settings, group?: string) => edit((now) => withSettings(now, response, settings), group),
  };
}
