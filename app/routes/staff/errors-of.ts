import type { FormError } from "../../components/form-errors.tsx";
import type { Said } from "../answer.ts";

/** Each wrong field with its words, or the one sentence when no field is to blame. */
export function errorsOf({ words, fields }: Pick<Said, "words" | "fields">): readonly FormError[] {
  const named = Object.entries(fields).map(([field, message]) => ({ field, message }));
  return named.length > 0 ? named : [{ message: words }];
}
