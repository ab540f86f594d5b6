import { mkdirSync, readFileSync, writeFileSync, renameSync } from "node:fs";
import path from "node:path";
import { newAppKeyEntry } from "./key-ring.server.ts";

/** Keys of a machine of one's own live beside the data, readable by its owner alone; production gives them as `APP_KEYS`. */
export function readOrMakeAppKeys(dataDir: string): string {
  const file = path.join(dataDir, "app-keys");
  mkdirSync(dataDir, { recursive: true });
  try {
    // Two processes may start at once: only one of them creates the file, the other reads it.
    writeFileSync(file, newAppKeyEntry("key-1"), { flag: "wx", mode: 0o600 });
  } catch (error) {
    if ((error as { code?: string }).code !== "EEXIST") throw error;
  }
  return readFileSync(file, "utf8").trim();
}

/** Replaces the file whole: a crash leaves the old keys or the new ones. */
export function writeAppKeys(dataDir: string, entries: string): void {
  const file = path.join(dataDir, "app-keys");
  writeFileSync(`${file}.new`, `${entries}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
