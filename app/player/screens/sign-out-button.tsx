import type { FormEvent } from "react";
import { Button, type ButtonSize } from "../../components/button.tsx";
import { forgetRoom } from "../kept-room.ts";

/** Whose test this was is no longer this computer's business, network or not. */
async function forgetFirst(event: FormEvent<HTMLFormElement>) {
  event.preventDefault();
  const form = event.currentTarget;
  await forgetRoom();
  form.submit();
}

type Props = { readonly size?: ButtonSize; readonly children?: string };

export function SignOutButton({ size, children = "Sign out of this computer" }: Props) {
  return (
    <form method="post" action="/sign-out" onSubmit={forgetFirst}>
      <Button type="submit" variant="quiet" size={size}>
        {children}
      </Button>
    </form>
  );
}
