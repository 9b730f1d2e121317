import { Button } from "../../components/button.tsx";

export function SignOutButton({ children = "Sign out of this computer" }: { readonly children?: string }) {
  return (
    <form method="post" action="/sign-out">
      <Button type="submit" variant="quiet">
        {children}
      </Button>
    </form>
  );
}
