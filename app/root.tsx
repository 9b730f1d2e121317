import type { LoaderFunctionArgs } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Link as RouterLink,
  Scripts,
  ScrollRestoration,
  type ShouldRevalidateFunctionArgs,
  useRouteError,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { Announcer } from "./components/announcer.tsx";
import { Button, LinkButton } from "./components/button.tsx";
import { LinkContext, type LinkProps } from "./components/link.tsx";
import { useNonce } from "./components/nonce.ts";
import { Page } from "./components/page.tsx";
import { useOpenWhenBack } from "./player/use-open-when-back.ts";
import { isUnanswered } from "./routes/sent.ts";
import "./styles/tailwind.css";

export const meta = () => [{ title: "Examhall" }];

/** Who is signed in as staff, for the frame of every page. */
export function loader({ context: { actor, demonstration } }: LoaderFunctionArgs) {
  const me =
    actor?.kind === "staff" ? { name: actor.name, roles: [...new Set(actor.roles.map(({ role }) => role))] } : null;
  return { me, demonstration };
}

/** What was refused or never sent changed nothing, and reading the page again without a network would take it away. */
export const shouldRevalidate = ({ actionStatus = 200 }: ShouldRevalidateFunctionArgs) => actionStatus < 400;

/** Files are fetched and other sites are left to the browser; everything else is a move within the app. */
function AppLink({ href, ...rest }: LinkProps) {
  const ours = href.startsWith("/") || href.startsWith("?") || href.startsWith(".");
  return ours && rest.download === undefined && !rest.target ? (
    <RouterLink to={href} {...rest} reloadDocument={/\.\w+(\?|$)/.test(href)} />
  ) : (
    <a href={href} {...rest} />
  );
}

export function Layout({ children }: { readonly children: ReactNode }) {
  const nonce = useNonce();
  return (
    // The theme is set on this element before React wakes up.
    <html lang="en-GB" suppressHydrationWarning>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta property="csp-nonce" nonce={nonce} suppressHydrationWarning />
        <script src="/look.js" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Meta />
        <Links />
      </head>
      <body>
        <LinkContext.Provider value={AppLink}>
          <Announcer>{children}</Announcer>
        </LinkContext.Provider>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

const words: Record<number, readonly [title: string, lead: string]> = {
  401: ["Please sign in", "This page is for people who have signed in."],
  403: [
    "This page is not for you",
    "Your account may not see it. If it should, ask whoever looks after accounts here.",
  ],
  404: ["There is no such page", "The address may be mistyped, or what was here has been moved."],
};

export function ErrorBoundary() {
  const error = useRouteError();
  if (isUnanswered(error)) return <Unanswered />;
  const known = isRouteErrorResponse(error) ? words[error.status] : undefined;
  const [title, lead] = known ?? [
    "Something went wrong",
    "It has been written down. Nothing you have saved is lost. Try again, and tell us if it goes on.",
  ];
  return (
    <Page title={title} lead={lead} width="text">
      <LinkButton href="/">Go to the start</LinkButton>
    </Page>
  );
}

/** The address is that of the page that did not come, so loading it again asks for it again. */
function Unanswered() {
  useOpenWhenBack();
  return (
    <Page
      title="The server does not answer"
      lead="The page could not be fetched. Nothing you have saved is lost. It opens by itself when the server answers again. If it does not, look to the network of this computer."
      width="text"
    >
      <Button onClick={() => window.location.reload()}>Try again</Button>
    </Page>
  );
}
