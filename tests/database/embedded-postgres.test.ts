import { existsSync, mkdtempSync, rmSync } from "node:fs";
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
