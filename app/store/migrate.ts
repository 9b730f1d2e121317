import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import pg from "pg";
import { aloneAfterThoseInterrupted, inOnePiece } from "./interrupted-migrations.ts";

type Engine = {
  applyMigrations(input: {
    migrationsList: unknown;
    filters: typeof noFilters;
  }): Promise<{ appliedMigrationNames: string[] }>;
  diff(input: unknown): Promise<{ stdout: string | null }>;
  free(): void;
};
type EngineModule = {
  __wbg_set_wasm(exports: WebAssembly.Exports): void;
  SchemaEngine: {
    new: (options: { datamodels: SchemaFiles | undefined }, log: () => void, adapter: object) => Promise<Engine>;
  };
};

const noFilters = { externalTables: [], externalEnums: [] };

/**
 * Applies what is missing and keeps Prisma's own table of migrations, with Prisma's own engine in WebAssembly: so nothing
 * has to be downloaded, and `prisma migrate deploy` stays possible. One that was interrupted goes on by itself. Answers the names
 * of what it applied.
 */
export const migrate = (databaseUrl: string, folder: string): Promise<readonly string[]> =>
  aloneAfterThoseInterrupted(databaseUrl, () =>
    withEngine(databaseUrl, undefined, async (engine) => {
      const done = await engine.applyMigrations({ migrationsList: migrationsIn(folder), filters: noFilters });
      return done.appliedMigrationNames;
    }),
  );

type SchemaFiles = readonly (readonly [path: string, content: string])[];

/** The SQL that leads from one schema (or from nothing) to another: what a new migration must hold. */
export const schemaDifference = (databaseUrl: string, from: SchemaFiles | null, to: SchemaFiles): Promise<string> =>
  withEngine(databaseUrl, to, async (engine) => {
    const files = (schema: SchemaFiles) => schema.map(([file, content]) => ({ path: file, content }));
    const diff = await engine.diff({
      from: from === null ? { tag: "empty" } : { tag: "schemaDatamodel", files: files(from) },
      to: { tag: "schemaDatamodel", files: files(to) },
      script: true,
      exitCode: null,
      filters: noFilters,
    });
    return diff.stdout ?? "";
  });

function migrationsIn(folder: string) {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  return {
    baseDir: folder,
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: names.sort().map((name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok", value: readFileSync(path.join(folder, name, "migration.sql"), "utf8") },
      },
    })),
  };
}

async function withEngine<T>(
  databaseUrl: string,
  datamodels: SchemaFiles | undefined,
  work: (engine: Engine) => Promise<T>,
): Promise<T> {
  loaded ??= loadEngine();
  const { SchemaEngine } = await loaded;
  const { factory, disconnect } = wholeScripts(databaseUrl);
  const engine = await SchemaEngine.new({ datamodels }, () => {}, bindMigrationAwareSqlAdapterFactory(factory));
  try {
    return await work(engine);
  } finally {
    engine.free();
    await disconnect();
  }
}

/** Prisma's adapter cuts a script at every semicolon, also inside a function's body; PostgreSQL itself reads it whole. */
function wholeScripts(connectionString: string) {
  const factory = new PrismaPg({ connectionString });
  const connect = factory.connect.bind(factory);
  const open: { dispose(): Promise<void> }[] = [];
  factory.connect = async () => {
    const adapter = await connect();
    open.push(adapter);
    adapter.executeScript = async (script) => {
      const client = new pg.Client({ connectionString });
      await client.connect();
      await client.query(inOnePiece(script)).finally(() => client.end());
    };
    return adapter;
  };
  return { factory, disconnect: async () => void (await Promise.all(open.map((adapter) => adapter.dispose()))) };
}

/** The engine's glue keeps one WebAssembly memory for the whole process, so it is loaded once. */
let loaded: Promise<EngineModule> | undefined;

async function loadEngine(): Promise<EngineModule> {
  const glue = (await import("@prisma/schema-engine-wasm/schema_engine_bg")) as unknown as EngineModule;
  const folder = path.dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg"));
  const wasm = new WebAssembly.Module(readFileSync(path.join(folder, "schema_engine_bg.wasm")));
  const instance = new WebAssembly.Instance(wasm, {
    "./schema_engine_bg.js": glue as unknown as WebAssembly.ModuleImports,
  });
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: {
      set_message: (message: string) => {
        throw new Error(`The migration engine stopped: ${message}`);
      },
    },
  });
  return glue;
}
