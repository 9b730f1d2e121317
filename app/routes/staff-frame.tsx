import { Form, useLocation, useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { Button } from "../components/button.tsx";
import { Navigation } from "../components/navigation.tsx";
import { Page } from "../components/page.tsx";
import { PersonMenu } from "../components/person-menu.tsx";
import { ThemeControl } from "../components/theme-control.tsx";
import type { Role } from "../exam/people/actor.ts";
import { placeOf, placesFor } from "./staff/places.ts";
import { inOneLine } from "./staff/role-words.ts";

/** Who is signed in, as every page knows it from the root. */
export type Me = { readonly name: string; readonly roles: readonly Role[] };
export type Root = { readonly me: Me | null; readonly demonstration: boolean };

/** Signed out, and outside any demonstration, where the root could not say. */
export const useRoot = (): Root =>
  (useRouteLoaderData("root") as Root | undefined) ?? { me: null, demonstration: false };

type Props = {
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly breadcrumbs?: ReactNode;
  readonly width?: "text" | "wide" | "full";
  readonly children: ReactNode;
};

/** The frame of every page for staff: where they can go by their roles, who they are, and the way out. */
export function StaffPage({ children, width, ...page }: Props) {
  const { me, demonstration } = useRoot();
  const { pathname } = useLocation();
  const places = placesFor(me?.roles ?? []);
  const here = placeOf(pathname, places);
  return (
    <Page
      {...page}
      width={width === "text" ? "wide" : width}
      banner={demonstration && <DemonstrationBanner />}
      navigation={
        me && <Navigation items={places.map(({ href, label }) => ({ href, label, current: href === here?.href }))} />
      }
      person={me && <Person me={me} />}
    >
      {/* The header keeps its width from page to page, and only what is read is narrow. */}
      {width === "text" ? <div className="max-w-[46rem]">{children}</div> : children}
    </Page>
  );
}

function Person({ me }: { readonly me: Me }) {
  return (
    <PersonMenu name={me.name} role={inOneLine(me.roles)}>
      <ThemeControl />
      <Form method="post" action="/sign-out">
        <Button type="submit" variant="quiet">
          Sign out
        </Button>
      </Form>
    </PersonMenu>
  );
}

export function DemonstrationBanner() {
  return (
    <p className="bg-sunken px-4 py-1 text-center text-sm text-ink-soft print:hidden">
      This is a demonstration: the centre, the people and the results are made up.
    </p>
  );
}
