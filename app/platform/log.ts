import { pino } from "pino";

/** One JSON object a line, on standard output. Never given responses, keycodes or passwords. */
export const makeLog = (level: string) => pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });

export type Log = ReturnType<typeof makeLog>;

/** An error in words for the log. Prisma quotes what was to be written; only its last line says what was wrong. */
export const inBrief = (error: unknown) =>
  error instanceof Error && error.name === "PrismaClientValidationError"
    ? `${error.name}: ${error.message.trim().split("\n").at(-1)}`
    : String(error);
