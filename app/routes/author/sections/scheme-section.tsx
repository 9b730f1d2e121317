import { Button } from "../../../components/button.tsx";
import { PlusIcon } from "../../../components/icons.tsx";
import { Segmented } from "../../../components/segmented.tsx";
import { mayNeedPerson } from "../../../exam/item/check-scheme.ts";
import { withIndicative, withSchemeKind } from "../../../exam/item/edit/scheme-edit.ts";
import { useAuthor } from "../author-context.ts";
import { places, saidAt } from "../fault-places.ts";
import { RichField } from "../rich/rich-field.tsx";
import { LevelFields } from "./level-fields.tsx";
import { NoteFields } from "./note-fields.tsx";
import { PointFields } from "./point-fields.tsx";
import { Section } from "./section.tsx";

/** How an examiner marks it: points or levels, notes, and what a response may hold. */
export function SchemeSection() {
  const { item, edit, faults, pictures, addPicture } = useAuthor();
  const { scheme } = item;
  const error = saidAt(faults, places.scheme);
  if (scheme === null) {
    if (!mayNeedPerson(item)) return null;
    return (
      <Section id={places.scheme} title="Mark scheme" error={error}>
        <p>
          <Button variant="quiet" icon={<PlusIcon />} onClick={() => edit((now) => withSchemeKind(now, "points"))}>
            Write a mark scheme
          </Button>
        </p>
      </Section>
    );
  }
  return (
    <Section
      id={places.scheme}
      title="Mark scheme"
      lead={
        item.marking === "auto"
          ? "For the examiner who sees what no rule recognises."
          : "What the examiner sees beside each response."
      }
      error={error}
      actions={
        item.marking === "person" ? (
          <Segmented
            legend="Kind of mark scheme"
            legendHidden
            value={scheme.kind}
            onChange={(kind) => edit((now) => withSchemeKind(now, kind))}
            options={[
              { value: "points", label: "Points" },
              { value: "levels", label: "Levels" },
            ]}
          />
        ) : undefined
      }
    >
      {scheme.kind === "points" ? <PointFields points={scheme.points} /> : <LevelFields levels={scheme.levels} />}
      <NoteFields notes={scheme.notes} />
      <RichField
        id="indicative"
        label="What a response may hold"
        hint="Not a list to tick off. May be left empty."
        body={scheme.indicative}
        onChange={(body) => edit((now) => withIndicative(now, body), "indicative")}
        place="blocks"
        blocks
        pictures={pictures}
        addPicture={addPicture}
      />
    </Section>
  );
}
