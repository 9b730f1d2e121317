import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { expect, test } from "vitest";
import { startEmbeddedPostgres } from "../../app/platform/embedded-postgres.ts";

test("a demonstration started twice keeps its database until the last of the two has ended", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "examhall-twice-"));
  const first = await startEmbeddedPostgres(folder, { durable: false });
  try {
    const running = new pg.Client({ connectionString: await first.url("examhall") });
    await running.connect();
    const second = await startEmbeddedPostgres(folder, { durable: false });
    await second.stopUnlessUsed();
    expect((await running.query("SELECT 1 AS here")).rows).toEqual([{ here: 1 }]);
    await running.end();
    await first.stopUnlessUsed();
    expect(existsSync(path.join(first.data, "postmaster.pid"))).toBe(false);
  } finally {
    await first.stop();
    for (const one of [folder, path.dirname(first.data)]) rmSync(one, { recursive: true, force: true });
  }
});

test("two first starts at once do not destroy each other's database: the later one says that another is under way", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "examhall-at-once-"));
  const starts = await Promise.allSettled([1, 2].map(() => startEmbeddedPostgres(folder, { durable: false })));
  const begun = starts.flatMap((start) => (start.status === "fulfilled" ? [start.value] : []));
  try {
    expect(begun).toHaveLength(1);
    const [refused] = starts.flatMap((start) => (start.status === "rejected" ? [String(start.reason)] : []));
    expect(refused).toContain("Another start of Examhall is under way");
    expect(await begun[0]?.url("examhall")).toContain("postgresql://");
  } finally {
    for (const one of begun) await one.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});

test("a start that was cut off holds up nobody", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "examhall-cut-off-"));
  chmodSync(folder, 0o755);
  writeFileSync(path.join(folder, "postgres-is-starting"), "999999999");
  const after = await startEmbeddedPostgres(folder, { durable: false });
  await after.stop();
  for (const one of [folder, path.dirname(after.data)]) rmSync(one, { recursive: true, force: true });
});

test.skipIf(process.getuid?.() !== 0)(
  "root's data, which have to lie elsewhere, are named in the folder, and are set aside once the folder is removed",
  async () => {
    const closed = mkdtempSync(path.join(tmpdir(), "examhall-closed-"));
    chmodSync(closed, 0o700);
    const folder = path.join(closed, "data");
    mkdirSync(folder);
    const first = await startEmbeddedPostgres(folder, { durable: false });
    const elsewhere = path.dirname(first.data);
    try {
      expect(readFileSync(path.join(folder, "postgres-is-at"), "utf8").trim()).toBe(first.data);
      await first.url("kept_over_a_restart");
      await first.stop();
      const second = await startEmbeddedPostgres(folder, { durable: false });
      expect(await databasesOf(second)).toContain("kept_over_a_restart");

      rmSync(folder, { recursive: true });
      const third = await startEmbeddedPostgres(folder, { durable: false });
      expect(await databasesOf(third)).not.toContain("kept_over_a_restart");
      expect(readdirSync(elsewhere).filter((name) => name.startsWith("postgres-set-aside-"))).toHaveLength(1);
      await third.stop();
    } finally {
      for (const one of [closed, elsewhere]) rmSync(one, { recursive: true, force: true });
    }
  },
);

async function databasesOf(postgres: Awaited<ReturnType<typeof startEmbeddedPostgres>>): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: await postgres.url("examhall") });
  await client.connect();
  const { rows } = await client.query<{ datname: string }>("SELECT datname FROM pg_database");
  await client.end();
  return rows.map(({ datname }) => datname);
}
