/**
 * Loaded into a process under test from outside: ends it as a power cut would at the named point, once it has passed that
 * point `CRASH_AFTER` times. Production knows nothing of this.
 */
const at = process.env["CRASH_AT"];
let left = Number(process.env["CRASH_AFTER"] ?? 0);

if (at) {
  globalThis[Symbol.for("voldaan.crash")] = (name) => {
    if (name !== at) return;
    if (left > 0) left -= 1;
    else process.kill(process.pid, "SIGKILL");
  };
}
