import { useState } from "react";
import { shuffled } from "../../exam/form/shuffle.ts";
import type { LearnerForm } from "../../exam/item/learner-item.ts";
import type { ItemResponse } from "../../exam/item/response.ts";
import { ItemBody } from "../../player/interactions/item-body.tsx";
import { RichText } from "../../player/interactions/rich-text.tsx";
import { inMarks } from "../bank/item-words.ts";
import { PaperChoices } from "./paper-choices.tsx";

type LearnerFormItem = LearnerForm["items"][number];

/** A whole form on one page: each scenario before its questions, and room for a page break between questions. */
export function PaperForm({ form }: { readonly form: LearnerForm }) {
  const sections = [...new Set(form.items.map(({ section }) => section))];
  return (
    <article className="paper-form grid max-w-[56rem] gap-10 rounded-lg border border-line bg-surface p-6 sm:p-8 print:border-0 print:p-0">
      <header className="hidden print:block">
        <h1 className="text-2xl">{form.title}</h1>
        <p>
          {inMarks(form.marks)}, {form.minutes} minutes, {form.items.length} questions. Confidential.
        </p>
      </header>
      {sections.map((section) => (
        <PaperSection key={section} form={form} title={section} />
      ))}
    </article>
  );
}

function PaperSection({ form, title }: { readonly form: LearnerForm; readonly title: string }) {
  const items = form.items.filter(({ section }) => section === title);
  const used = new Set(items.map(({ stimulus }) => stimulus));
  return (
    <section aria-label={title} className="grid gap-6">
      <h2 className="border-b border-line-strong pb-1 text-xl">{title}</h2>
      {form.stimuli
        .filter(({ id }) => used.has(id))
        .map(({ id, body }) => (
          <div key={id} className="paper-source prose rounded-lg border border-line bg-sunken p-5">
            <RichText body={body} pictures={form.pictures} />
          </div>
        ))}
      {items.map((item) => (
        <PaperItem key={item.id} form={form} item={item} />
      ))}
    </section>
  );
}

function PaperItem({ form, item }: { readonly form: LearnerForm; readonly item: LearnerFormItem }) {
  const [response, respond] = useState<ItemResponse>({});
  return (
    <section aria-label={`Question ${item.number}`} className="paper-item grid gap-3">
      <h3 className="flex items-baseline justify-between gap-4">
        Question {item.number}
        <span className="text-sm font-normal whitespace-nowrap text-ink-soft">{inMarks(item.marks)}</span>
      </h3>
      <ItemBody
        body={item.body}
        response={response}
        onChange={(id, value) => respond((before) => ({ ...before, [id]: value }))}
        seed={`${form.id} ${item.id}`}
        shuffle={shuffled}
        pictures={form.pictures}
      />
      <PaperChoices body={item.body} seed={`${form.id} ${item.id}`} pictures={form.pictures} />
    </section>
  );
}
