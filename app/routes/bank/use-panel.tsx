import { Link } from "../../components/link.tsx";
import { Panel } from "../../components/panel.tsx";
import type { BankItem } from "../../store/views/bank-item.ts";

/** Which forms have an item, and how many learners have been shown it. */
export function UsePanel({ found: { use, place } }: { readonly found: BankItem }) {
  const { forms, formDrafts, started } = use;
  return (
    <Panel title="Where it is used" lead={place.kind === "criterion" ? undefined : shown(started)}>
      {forms.length + formDrafts.length === 0 ? (
        <p className="text-ink-soft">{nowhere[place.kind]}</p>
      ) : (
        <ul className="grid gap-1">
          {forms.map((form) => (
            <li key={form.id}>
              <Link href={`/bank/forms/${form.id}`}>{form.name}</Link>, question {form.number}, version {form.version}
              {form.started > 0 && `: started ${times(form.started)}`}
              {form.retired && " (out of use)"}
            </li>
          ))}
          {formDrafts.map(({ id, code }) => (
            <li key={id}>
              <Link href={`/bank/drafts/${id}`}>{code}</Link> (draft)
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

const nowhere = { area: "In no form yet.", criterion: "In no form: its unit has no timed test." } as const;

const times = (count: number) => (count === 1 ? "once" : `${count} times`);

const shown = (started: number) =>
  started === 0
    ? "No learner has been shown it."
    : `Shown ${times(started)}, in whatever version, to learners who started one of these forms.`;
