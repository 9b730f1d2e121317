import { useState } from "react";
import { Field } from "../../components/field.tsx";
import { shortestPassword, strengthOf } from "../../exam/people/password.ts";

type Props = {
  readonly label: string;
  /** Ids must differ where several forms stand on one page. */
  readonly id: string;
  /** Name and e-mail address, which a password should not be made of. */
  readonly about: readonly string[];
  readonly fields: Readonly<Record<string, string>> | undefined;
};

/** A new password, typed twice and never shown; how good it is, is said while it is written. */
export function PasswordFields({ label, id, about, fields }: Props) {
  const [password, write] = useState("");
  const strength = strengthOf(password, about);
  return (
    <>
      <div className="grid content-start gap-1">
        <Field
          id={id}
          label={label}
          name="password"
          type="password"
          autoComplete="new-password"
          hint={`At least ${shortestPassword} characters. Three or four words that have nothing to do with each other are easy to keep in mind.`}
          error={fields?.password}
          onChange={(event) => write(event.target.value)}
          required
        />
        <p aria-live="polite" className={strength.fit ? "text-sm font-bold text-good" : "text-sm text-ink-soft"}>
          {password === "" ? " " : strength.words}
        </p>
      </div>
      <Field
        id={`${id}-again`}
        label="The same password again"
        name="again"
        type="password"
        autoComplete="new-password"
        error={fields?.again}
        required
      />
    </>
  );
}
