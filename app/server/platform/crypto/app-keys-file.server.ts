import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type KeyRing, newAppKeyEntry, parseAppKeys } from "./key-ring.server.ts";

/** How long a running process may go on with the keys it has after the file changed. */
export const KEYS_ARE_READ_AGAIN_AFTER_MS = 1_000;

const fileIn = (dataDir: string): string => path.join(dataDir, "app-keys");

/** Keys of a machine of one's own live beside the data, readable by its owner alone; production gives them as `APP_KEYS`. */
export function readOrMakeAppKeys(dataDir: string): string {
  mkdirSync(dataDir, { recursive: true });
  try {
    // Two processes may start at once: only one of them creates the file, the other reads it.
    writeFileSync(fileIn(dataDir), newAppKeyEntry("key-1"), { flag: "wx", mode: 0o600 });
  } catch (error) {
    if ((error as { code?: string }).code !== "EEXIST") throw error;
  }
  return readFileSync(fileIn(dataDir), "utf8").trim();
}

/** Replaces the file whole: a crash leaves the old keys or the new ones. */
export function writeAppKeys(dataDir: string, entries: string): void {
  writeFileSync(`${fileIn(dataDir)}.new`, `${entries}\n`, { mode: 0o600 });
  renameSync(`${fileIn(dataDir)}.new`, fileIn(dataDir));
}

/** The ring of the file, looked at again when it changed: a rotation needs no restart. */
export function followAppKeys(dataDir: string, first: KeyRing): () => KeyRing {
  let ring = first;
  let changed = statSync(fileIn(dataDir)).mtimeMs;
  let looked = Date.now();
  return () => {
    if (Date.now() - looked < KEYS_ARE_READ_AGAIN_AFTER_MS) return ring;
    looked = Date.now();
    const { mtimeMs } = statSync(fileIn(dataDir));
    if (mtimeMs === changed) return ring;
    const read = parseAppKeys(readOrMakeAppKeys(dataDir));
    if (read.ok) [ring, changed] = [read.value, mtimeMs];
    return ring;
  };
}
