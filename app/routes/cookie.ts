import { createCookie } from "@remix-run/node";
import type { Context } from "../context.ts";

/** Holds the sign-in's random token and nothing else; the database knows whose it is and whether it still counts. */
const cookie = ({ secureCookies }: Pick<Context, "secureCookies">) =>
  createCookie("examhall", { httpOnly: true, sameSite: "lax", path: "/", secure: secureCookies });

/** The Set-Cookie header of somebody who has just signed in. */
export const signInCookie = (context: Pick<Context, "secureCookies">, token: string, expiresAt: number) =>
  cookie(context).serialize(token, { expires: new Date(expiresAt) });

export const signOutCookie = (context: Pick<Context, "secureCookies">) =>
  cookie(context).serialize("", { expires: new Date(0) });

/** The token of a request or of a socket's handshake; null when there is none. */
export async function tokenIn(cookieHeader: string | null | undefined): Promise<string | null> {
  const token: unknown = await cookie({ secureCookies: false }).parse(cookieHeader ?? null);
  return typeof token === "string" && token !== "" ? token : null;
}
