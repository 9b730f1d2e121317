import { z } from "zod";

const urlOf = (protocol: RegExp, begins: string) =>
  z.url({ protocol, error: `needs an address that begins with ${begins}` });

/** Secrets with commas between. */
export const secretsIn = (listed: string): readonly string[] =>
  listed
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "");

const Config = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  HOST: z.string().default("127.0.0.1"),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  /** Where the embedded PostgreSQL and the demonstration's secret live. */
  DATA_DIR: z.string().default(".data"),
  /** Set for real use (PostgreSQL 15 or newer); without it the embedded one is started. */
  DATABASE_URL: urlOf(/^postgres(ql)?$/, "postgresql://").optional(),
  SESSION_SECRET: z.string().min(32, "needs at least 32 characters").optional(),
  /** Secrets used before this one, with commas between: only receipts of then are checked with them. */
  FORMER_SESSION_SECRETS: z.string().default("").transform(secretsIn),
  /** The address people use, for the check of where a request came from. */
  PUBLIC_URL: urlOf(/^https?$/, "http:// or https://").optional(),
  /** With more than one process: what each of them tells the others goes through this Redis. */
  REDIS_URL: urlOf(/^rediss?$/, "redis:// or rediss://").optional(),
  QUESTION_BANK: z.string().default("question-bank"),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "silent"]).default("info"),
  /** How long after the deadline an entry already on its way still counts. */
  LATE_GRACE_MS: z.coerce.number().int().min(0).max(60_000).default(5_000),
  /** How many bytes of answers may wait in memory to be saved; what comes on top waits on the learners' computers. */
  SAVE_ROOM_BYTES: z.coerce.number().int().min(10_000).default(64_000_000),
  /** How long the save queue gathers before it commits. */
  SAVE_GATHER_MS: z.coerce.number().int().min(0).max(100).default(4),
});

export type Config = Readonly<z.infer<typeof Config>> & { readonly demonstration: boolean };

/** Reads the environment once, at start. Throws with every wrong setting named. A setting that is empty is not given. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.entries(env).filter(([, value]) => value?.trim() !== "");
  const read = Config.safeParse(Object.fromEntries(given));
  if (!read.success) {
    const wrong = read.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`Configuration is wrong:\n  ${wrong.join("\n  ")}`);
  }
  const config = read.data;
  if (config.DATABASE_URL !== undefined && config.SESSION_SECRET === undefined)
    throw new Error(
      "Configuration is wrong:\n  SESSION_SECRET: is needed beside DATABASE_URL (at least 32 random characters)",
    );
  return { ...config, demonstration: config.DATABASE_URL === undefined };
}
