import { Button } from "../../../components/button.tsx";
import { PlusIcon } from "../../../components/icons.tsx";
import { Select } from "../../../components/select.tsx";
import { wordsOf } from "../../../exam/item/content.ts";
import { addNote, changeNote, removeNote } from "../../../exam/item/edit/scheme-edit.ts";
import type { SchemeNote } from "../../../exam/item/scheme.ts";
import { useAuthor } from "../author-context.ts";
import { ContentField } from "../fields/content-field.tsx";
import { Reorderable } from "../fields/reorderable.tsx";

const kinds: readonly { readonly value: SchemeNote["kind"]; readonly label: string }[] = [
  { value: "accept", label: "Accept" },
  { value: "reject", label: "Do not accept" },
  { value: "guidance", label: "Guidance" },
];

/** What else an examiner should take or not take. */
export function NoteFields({ notes }: { readonly notes: readonly SchemeNote[] }) {
  const { edit } = useAuthor();
  return (
    <section aria-label="Notes" className="grid gap-2">
      <h3 className="font-bold">Notes</h3>
      {notes.length > 0 && (
        <Reorderable
          label="Notes"
          one="note"
          entries={notes}
          keyOf={(_, at) => String(at)}
          nameOf={({ content }) => wordsOf(content) || "empty note"}
          onRemove={(_, at) => edit((item) => removeNote(item, at))}
        >
          {({ kind, content }, at) => (
            <div className="flex flex-wrap items-start gap-3">
              <Select
                label={<span className="sr-only">{`Kind of note ${at + 1}`}</span>}
                value={kind}
                options={kinds}
                className="w-44"
                onChange={({ currentTarget: { value } }) => {
                  const chosen = kinds.find((one) => one.value === value);
                  if (chosen !== undefined) edit((item) => changeNote(item, at, { kind: chosen.value }));
                }}
              />
              <ContentField
                label={`Note ${at + 1}`}
                labelHidden
                body={content}
                onChange={(body) => edit((item) => changeNote(item, at, { content: body }), `note ${at}`)}
              />
            </div>
          )}
        </Reorderable>
      )}
      <p className="flex flex-wrap gap-2">
        {kinds.map(({ value, label }) => (
          <Button
            key={value}
            size="small"
            variant="quiet"
            icon={<PlusIcon />}
            onClick={() => edit((item) => addNote(item, value))}
          >
            {label}
          </Button>
        ))}
      </p>
    </section>
  );
}
