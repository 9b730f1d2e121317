import { pino } from "pino";

/** One JSON object a line, on standard output. Never given responses, keycodes or passwords. */
export const makeLog = (level: string) => pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });

export type Log = ReturnType<typeof makeLog>;

/** An error in words for the log. Prisma quotes what was to be written; only its last line says what was wrong. */
export const inBrief = (error: unknown) =>
  error instanceof Error && error.name === "PrismaClientValidationError"
    ? `${error.name}: ${error.message.trim().split("\n").at(-1)}`
    : (notOurs(error)?.words ?? String(error));

/**
 * What Remix says of a request that it has no page for, or that is made in the wrong way: it comes like an error, and is none of
 * ours. Null for anything else.
 */
export const notOurs = (error: unknown): { readonly status: number; readonly words: string } | null =>
  error instanceof Object && "status" in error && "statusText" in error && Number(error.status) < 500
    ? { status: Number(error.status), words: `${error.status} ${error.statusText}` }
    : null;
