import { redirect } from "@remix-run/node";
import { inWords, type Refused, refusals } from "../exam/people/refusals.ts";

type Answered<Value> = ({ readonly ok: true } & Value) | Refused;

/** The value of a view, or the right page instead: sign-in when nobody is signed in, else the refusal in words. */
export async function read<Value extends object>(
  answer: Promise<Answered<Value>>,
  request: Request,
): Promise<{ readonly ok: true } & Value> {
  const answered = await answer;
  if (answered.ok) return answered;
  if (answered.refusal === "not-signed-in") {
    const { pathname, search } = new URL(request.url);
    throw redirect(`/sign-in?to=${encodeURIComponent(pathname + search)}`);
  }
  throw Response.json({ words: inWords(answered) }, { status: refusals[answered.refusal].status });
}

/** What an action gives back when a command says no; the form shows it. */
export type Said = {
  readonly ok: false;
  readonly words: string;
  readonly fields: Readonly<Record<string, string>>;
  /** Nobody said no: no answer came, and it may have been done. */
  readonly unanswered?: true;
};

export const say = (refusal: Refused): Said => ({ ok: false, words: inWords(refusal), fields: refusal.fields ?? {} });

/**
 * The fields of a form as an object; a field given several times becomes a list when it is named in `lists`. What is no form
 * has no fields, and is refused as badly formed by whoever asks for them. A form sends a line break as two characters, and it is
 * one for whoever wrote it and for every limit.
 */
export async function fieldsOf(request: Request, lists: readonly string[] = []): Promise<Record<string, unknown>> {
  const form = await request.formData().catch(() => new FormData());
  const entries = [...new Set(form.keys())].map(
    (key) => [key, lists.includes(key) ? form.getAll(key).map(asWritten) : asWritten(form.get(key))] as const,
  );
  return Object.fromEntries(entries);
}

const asWritten = (field: FormDataEntryValue | null) =>
  typeof field === "string" ? field.replaceAll("\r\n", "\n") : field;
