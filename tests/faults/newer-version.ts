import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "./server-process.ts";

/**
 * A newer version of this installation, in a folder of its own: the same code, but every file that pages are made from has
 * another name, as when something in each was changed, and the old names are gone.
 *
 * @returns the folder to start it in.
 */
export function newerVersion(folder: string): string {
  const place = path.join(folder, "newer-version");
  const build = path.join(place, "build");
  const assets = path.join(build, "client/assets");
  mkdirSync(place, { recursive: true });
  cpSync(path.join(root, "build"), build, { recursive: true });
  for (const name of ["prisma", "question-bank"]) symlinkSync(path.join(root, name), path.join(place, name));

  const names = new Set(readdirSync(assets));
  for (const name of names) renameSync(path.join(assets, name), path.join(assets, newName(name)));
  const [, version] = /manifest-([\w-]{8})\.js/.exec([...names].join(" ")) ?? [];
  if (version === undefined) throw new Error("The build has no manifest.");
  for (const name of readdirSync(build, { recursive: true, encoding: "utf8" })) {
    const file = path.join(build, name);
    if (!/^(client|server)\b.*\.(js|css)$/.test(name)) continue;
    const text = readFileSync(file, "utf8");
    const renamed = text
      .replaceAll(named, (name) => (names.has(name) ? newName(name) : name))
      .replaceAll(`"${version}"`, `"${newHash(version)}"`);
    // The list of what the learner's page is made from has a version of its own.
    const versioned = renamed.replace(/("version": )"(\w{16})"/, (_, key, was) => `${key}"${newHash(was)}"`);
    writeFileSync(file, versioned);
  }
  return place;
}

/** A file's name with the hash that the bundler gave it. */
const named = /[\w.-]+-[\w-]{8}\.(?:js|css|woff2?)\b/g;

const newName = (name: string) =>
  name.replace(/-([\w-]{8})(\.\w+)$/, (_, hash: string, ending: string) => `-${newHash(hash)}${ending}`);

const newHash = (hash: string) => createHash("sha256").update(`newer ${hash}`).digest("hex").slice(0, 8);

/** Which files of a page, fetched so many times, could not be had. */
export async function filesMissing(address: string, times: number): Promise<readonly string[]> {
  const missing = new Set<string>();
  for (let time = 0; time < times; time += 1) {
    const page = await fetch(address);
    const files = [...new Set((await page.text()).match(/\/assets\/[\w.-]+\.(?:js|css)/g) ?? [])];
    if (!page.ok || files.length === 0) missing.add(`the page itself (${page.status})`);
    await Promise.all(
      files.map(async (file) => {
        const { status, body } = await fetch(new URL(file, address));
        await body?.cancel();
        if (status !== 200) missing.add(file);
      }),
    );
  }
  return [...missing];
}
