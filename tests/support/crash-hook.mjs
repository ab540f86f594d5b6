import { readFileSync, rmSync } from "node:fs";

/**
 * Loaded into a process under test from outside: ends it as a power cut would at a named point. `CRASH_AT` names it from
 * the start; a name in the file `CRASH_FILE` does it once, while the process runs. Production knows nothing of this.
 */
const { CRASH_AT: at, CRASH_FILE: file } = process.env;

function armed() {
  if (!file) return null;
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

globalThis[Symbol.for("voldaan.crash")] = (name) => {
  if (name !== at && name !== armed()) return;
  if (file) rmSync(file, { force: true });
  process.kill(process.pid, "SIGKILL");
};
