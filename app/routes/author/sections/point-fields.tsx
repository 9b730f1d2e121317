import { Select } from "../../../components/select.tsx";
import { wordsOf } from "../../../exam/item/content.ts";
import { addPoint, changePoint, movePoint, removePoint } from "../../../exam/item/edit/scheme-edit.ts";
import type { Point } from "../../../exam/item/scheme.ts";
import { useAuthor } from "../author-context.ts";
import { ContentField } from "../fields/content-field.tsx";
import { NumberField } from "../fields/number-field.tsx";
import { Reorderable } from "../fields/reorderable.tsx";

/** What earns marks, point by point. */
export function PointFields({ points }: { readonly points: readonly Point[] }) {
  const { edit } = useAuthor();
  return (
    <Reorderable
      label="Points"
      one="point"
      entries={points}
      keyOf={({ id }) => id}
      nameOf={({ id, content }) => `${id} ${wordsOf(content)}`.trim()}
      onMove={({ id }, to) => edit((item) => movePoint(item, { id, to }))}
      onRemove={({ id }) => edit((item) => removePoint(item, id))}
      onAdd={() => edit(addPoint)}
      fewest={1}
    >
      {({ id, content, marks, needs }) => (
        <div className="grid gap-2">
          <div className="flex flex-wrap items-start gap-3">
            <span className="pt-2.5 font-bold">{id}</span>
            <ContentField
              label={`Point ${id}`}
              labelHidden
              body={content}
              placeholder="What the response says"
              blocks
              onChange={(body) => edit((item) => changePoint(item, id, { content: body }), `point ${id}`)}
            />
            <NumberField
              label={<span className="sr-only">{`Marks for ${id}`}</span>}
              suffix="marks"
              value={marks}
              least={1}
              most={99}
              className="w-28"
              onChange={(value) => edit((item) => changePoint(item, id, { marks: value }), `point marks ${id}`)}
            />
          </div>
          {points.length > 1 && (
            <Select
              label={<span className="text-sm font-normal">{id} counts</span>}
              value={needs ?? ""}
              empty="by itself"
              options={points
                .filter((other) => other.id !== id)
                .map((other) => ({ value: other.id, label: `only with ${other.id}` }))}
              onChange={({ currentTarget: { value } }) =>
                edit((item) => changePoint(item, id, { needs: value === "" ? null : value }))
              }
            />
          )}
        </div>
      )}
    </Reorderable>
  );
}
