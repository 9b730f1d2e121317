import { randomBytes } from "node:crypto";
import type { Request, Response } from "express";
import { Router } from "express";
import helmet from "helmet";
import type { Config } from "./config.ts";

const nonce = (_request: unknown, response: unknown) => `'nonce-${(response as Response).locals.cspNonce}'`;

/** Whether a request that changes something, or a socket, comes from our own pages. A browser always names the origin then. */
export function mayComeFrom({ PUBLIC_URL }: Config, origin: string | undefined, host: string | undefined): boolean {
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  return new URL(origin).host === (PUBLIC_URL === undefined ? host : new URL(PUBLIC_URL).host);
}

/** A strict content policy with a nonce for each page, and no request from another site. */
export function security(config: Config): Router {
  const router = Router();
  router.use((_request, response, next) => {
    response.locals.cspNonce = randomBytes(16).toString("base64");
    next();
  });
  router.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'self'"],
          baseUri: ["'none'"],
          objectSrc: ["'none'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
          imgSrc: ["'self'", "data:", "blob:"],
          mediaSrc: ["'self'", "data:"],
          fontSrc: ["'self'"],
          connectSrc: ["'self'"],
          workerSrc: ["'self'"],
          manifestSrc: ["'self'"],
          scriptSrc: ["'self'", nonce],
          styleSrc: ["'self'", nonce],
          styleSrcAttr: ["'unsafe-inline'"],
        },
      },
      strictTransportSecurity: config.PUBLIC_URL?.startsWith("https:") ?? false,
      referrerPolicy: { policy: "same-origin" },
    }),
  );
  router.use((request: Request, response: Response, next) => {
    const reads = ["GET", "HEAD", "OPTIONS"].includes(request.method);
    if (reads || mayComeFrom(config, request.headers.origin, request.headers.host)) return next();
    response.status(403).json({ words: "This request came from another site." });
  });
  return router;
}
