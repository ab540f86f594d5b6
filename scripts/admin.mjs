import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Runs the operator's commands from the sources, so that a fresh checkout needs no build for them. */
const built = existsSync("app/server/platform/prisma/client.ts");
if (!built) {
  const made = spawnSync(process.execPath, ["--import", "tsx", "scripts/prisma-generate.ts"], {
    stdio: ["ignore", 2, 2],
  });
  if (made.status !== 0) process.exit(made.status ?? 1);
}
const { status } = spawnSync(process.execPath, ["--import", "tsx", "app/admin/main.ts", ...process.argv.slice(2)], {
  stdio: "inherit",
});
process.exit(status ?? 1);
