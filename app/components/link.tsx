import { type AnchorHTMLAttributes, type ComponentType, createContext, useContext } from "react";

export type LinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & { readonly href: string };

/** What follows a link: the router's own component inside the app, `a` anywhere else. */
export const LinkContext = createContext<ComponentType<LinkProps> | "a">("a");

/** A link in running text. */
export function Link(props: LinkProps) {
  const Anchor = useContext(LinkContext);
  return <Anchor {...props} />;
}
