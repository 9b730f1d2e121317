import type { FormEvent } from "react";
import { Button } from "../../components/button.tsx";
import { forgetRoom } from "../kept-room.ts";

/** Whose test this was is no longer this computer's business, network or not. */
async function forgetFirst(event: FormEvent<HTMLFormElement>) {
  event.preventDefault();
  const form = event.currentTarget;
  await forgetRoom();
  form.submit();
}

export function SignOutButton({ children = "Sign out of this computer" }: { readonly children?: string }) {
  return (
    <form method="post" action="/sign-out" onSubmit={forgetFirst}>
      <Button type="submit" variant="quiet">
        {children}
      </Button>
    </form>
  );
}
