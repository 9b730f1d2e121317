import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type App, type AppParts, makeApp } from "./app.ts";
import { reportInWords, reportOn } from "./cli/bank-report.ts";
import { folderOnDisk } from "./cli/folder-on-disk.ts";
import type { Clock } from "./exam/time/time.ts";
import type { Config } from "./platform/config.ts";
import { startEmbeddedPostgres } from "./platform/embedded-postgres.ts";
import { newToken } from "./platform/secrets.ts";
import { readBank, unitsIn } from "./qti/bank-folder.ts";
import { migrate } from "./store/migrate.ts";

export type Booted = {
  readonly app: App;
  readonly parts: AppParts;
  readonly migrated: readonly string[];
  /** Where the embedded PostgreSQL keeps its data; null when PostgreSQL is outside. */
  readonly data: string | null;
  /** Stops the embedded PostgreSQL, where there is one that nobody else uses; the app is closed by whoever uses it. */
  stop(): Promise<void>;
};

/** From settings to a wired app on a migrated database: PostgreSQL from outside, or the embedded one for a demonstration. */
export async function boot(config: Config, clock: Clock, root: string): Promise<Booted> {
  const postgres = config.DATABASE_URL === undefined ? await startEmbeddedPostgres(config.DATA_DIR) : null;
  const databaseUrl = config.DATABASE_URL ?? (await postgres?.url("examhall")) ?? "";
  const stop = async () => void (await postgres?.stopUnlessUsed());
  try {
    const migrated = await migrate(databaseUrl, path.join(root, "prisma/migrations"));
    const parts = { config, clock, databaseUrl, secret: config.SESSION_SECRET ?? keptSecret(config.DATA_DIR) };
    return { app: makeApp(parts), parts, migrated, data: postgres?.data ?? null, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The demonstration makes itself a secret once, so that a restart signs nobody out. */
function keptSecret(folder: string): string {
  const file = path.join(folder, "secret");
  mkdirSync(folder, { recursive: true });
  try {
    return readFileSync(file, "utf8");
  } catch {
    const secret = newToken();
    writeFileSync(file, secret, { mode: 0o600 });
    return secret;
  }
}

/** Reads the question bank, refuses it whole when anything in it is wrong, and freezes what is new. */
export async function loadQuestionBank(app: App, folder: string): Promise<readonly string[]> {
  const disk = folderOnDisk(folder);
  const report = reportOn(disk);
  if (report.violations.length > 0) throw new Error(`The question bank is not loaded.\n${reportInWords(report)}`);

  const forms: string[] = [];
  for (const unit of unitsIn(disk)) {
    const { bank, sources } = readBank(disk, unit);
    if (bank === null) continue;
    const texts = new Map([...sources].map(([name, { text }]) => [name, text]));
    if (bank.blueprint === null) {
      const loaded = await app.commands.bank.loadKnowledge(app.system, { bank, texts });
      if (!loaded.ok) throw new Error(`The question bank is not loaded: ${loaded.why ?? loaded.refusal}`);
      continue;
    }
    const loaded = await app.commands.bank.load(app.system, { bank, texts });
    if (!loaded.ok) throw new Error(`The question bank is not loaded: ${loaded.why ?? loaded.refusal}`);
    forms.push(...loaded.forms.map(({ code }) => code));
  }
  return forms;
}
