import { Button } from "../../../components/button.tsx";
import { PlusIcon } from "../../../components/icons.tsx";
import { addLevel, changeLevel, removeLevel } from "../../../exam/item/edit/scheme-edit.ts";
import type { Level } from "../../../exam/item/scheme.ts";
import { useAuthor } from "../author-context.ts";
import { ContentField } from "../fields/content-field.tsx";
import { NumberField } from "../fields/number-field.tsx";

/** Levels with their marks and what a response in them is like, the highest first. */
export function LevelFields({ levels }: { readonly levels: readonly Level[] }) {
  const { edit } = useAuthor();
  return (
    <div className="grid gap-3">
      <ol aria-label="Levels" className="grid list-none gap-2">
        {levels.map(({ level, min, max, descriptor }) => (
          <li key={level} className="grid gap-2 rounded-md border border-line bg-raised px-3 py-2">
            <div className="flex flex-wrap items-end gap-3">
              <h3 className="min-w-20 pb-2.5 font-bold">Level {level}</h3>
              <NumberField
                label="From"
                value={min}
                most={99}
                className="w-20"
                disabled={level === 0}
                onChange={(value) => edit((item) => changeLevel(item, level, { min: value }), `level ${level} min`)}
              />
              <NumberField
                label="to"
                suffix="marks"
                value={max}
                most={99}
                className="w-32"
                disabled={level === 0}
                onChange={(value) => edit((item) => changeLevel(item, level, { max: value }), `level ${level} max`)}
              />
              {level !== 0 && levels.length > 2 && (
                <Button
                  size="small"
                  variant="plain"
                  className="ms-auto"
                  onClick={() => edit((item) => removeLevel(item, level))}
                >
                  Remove level {level}
                </Button>
              )}
            </div>
            <ContentField
              label={`What a response in level ${level} is like`}
              labelHidden
              placeholder="What a response in this level is like"
              body={descriptor}
              blocks
              onChange={(body) => edit((item) => changeLevel(item, level, { descriptor: body }), `level ${level}`)}
            />
          </li>
        ))}
      </ol>
      <p>
        <Button size="small" variant="quiet" icon={<PlusIcon />} onClick={() => edit(addLevel)}>
          Add a level on top
        </Button>
      </p>
    </div>
  );
}
