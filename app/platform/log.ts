import { pino } from "pino";

/** One JSON object a line, on standard output. Never given responses, keycodes or passwords. */
export const makeLog = (level: string) => pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });

export type Log = ReturnType<typeof makeLog>;
