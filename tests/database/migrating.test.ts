import { randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { inOnePiece } from "../../app/store/interrupted-migrations.ts";
import { migrate } from "../../app/store/migrate.ts";
import { onServer, urlOf } from "../support/postgres.ts";
import { someoneWaits } from "../support/someone-waits.ts";

const server = process.env.EXAMHALL_TEST_SERVER ?? "";
let folder: string;
let name: string;
let database: pg.Client;
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "examhall-migrations-"));
  name = `examhall_${randomUUID().replaceAll("-", "")}`;
  await onServer(server, `CREATE DATABASE ${name}`);
  database = new pg.Client({ connectionString: urlOf(server, name) });
  await database.connect();
});
afterEach(async () => {
  await database.end();
  await onServer(server, `DROP DATABASE ${name} WITH (FORCE)`);
  rmSync(folder, { recursive: true });
});

function add(migration: string, script: string) {
  mkdirSync(path.join(folder, migration));
  writeFileSync(path.join(folder, migration, "migration.sql"), script);
}
const migrateHere = () => migrate(urlOf(server, name), folder);

test("a migration that was interrupted before PostgreSQL had applied it is applied at the next start", async () => {
  add("1_halls", "CREATE TABLE halls (id int);");
  await migrateHere();
  add("2_desks", "CREATE TABLE desks (id int);");
  await database.query(
    "INSERT INTO _prisma_migrations (id, checksum, migration_name, applied_steps_count) VALUES ('x', 'c', '2_desks', 0)",
  );
  expect(await migrateHere()).toEqual(["2_desks"]);
  expect(await migrateHere()).toEqual([]);
  expect((await database.query("SELECT * FROM desks")).rows).toEqual([]);
});

test("one that PostgreSQL had applied, without anybody left to write that down, is not applied again", async () => {
  add("1_halls", "CREATE TABLE halls (id int);");
  await migrateHere();
  add("2_desks", "CREATE TABLE desks (id int); -- the last line is a remark");
  // The process goes after the script and before Prisma writes down that it is over.
  await database.query(`
    CREATE FUNCTION interrupt() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF new.finished_at IS NOT NULL THEN RAISE EXCEPTION 'the line broke'; END IF; RETURN new; END $$;
    CREATE TRIGGER interrupt BEFORE UPDATE ON _prisma_migrations FOR EACH ROW EXECUTE FUNCTION interrupt()`);
  await expect(migrateHere()).rejects.toThrow();
  await database.query("DROP TRIGGER interrupt ON _prisma_migrations");
  expect(await migrateHere()).toEqual([]);
  expect((await database.query("SELECT finished_at IS NOT NULL AS over FROM _prisma_migrations")).rows).toEqual([
    { over: true },
    { over: true },
  ]);
});

test("one that PostgreSQL is still applying for a process that was killed is waited for, and not applied again", async () => {
  add("1_halls", "CREATE TABLE halls (id int);");
  await migrateHere();
  add("2_desks", "CREATE TABLE desks (id int);");
  await database.query(
    "INSERT INTO _prisma_migrations (id, checksum, migration_name, applied_steps_count) VALUES ('x', 'c', '2_desks', 0)",
  );
  await database.query(`BEGIN; ${inOnePiece("CREATE TABLE desks (id int);")}`);
  const pool = new pg.Pool({ connectionString: urlOf(server, name), max: 1 });
  const starting = migrateHere();
  await someoneWaits({ database: { pool } });
  await pool.end();
  await database.query("COMMIT");
  expect(await starting).toEqual([]);
});

test("two processes that start at once migrate one after the other", async () => {
  add("1_halls", "CREATE TABLE halls (id int);");
  add("2_desks", "CREATE TABLE desks (id int);");
  expect((await Promise.all([migrateHere(), migrateHere()])).flat()).toEqual(["1_halls", "2_desks"]);
});

test("a script that is wrong says why, and is applied once it is mended", async () => {
  add("1_halls", "CREATE TABLE halls (id int); CREATE TABLE halls (id int);");
  await expect(migrateHere()).rejects.toThrow("halls");
  writeFileSync(path.join(folder, "1_halls/migration.sql"), "CREATE TABLE halls (id int);");
  expect(await migrateHere()).toEqual(["1_halls"]);
});
