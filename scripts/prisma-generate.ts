import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

// Makes the Prisma client from prisma/schema.prisma. Does nothing when the client there is of this schema and this Prisma.

const require = createRequire(import.meta.url);
const root = fileURLToPath(new URL("..", import.meta.url));
const client = join(root, "app/server/platform/prisma");
const stamp = join(client, ".made-from");

const wanted = createHash("sha256")
  .update(readFileSync(join(root, "prisma/schema.prisma")))
  .update(readFileSync(require.resolve("prisma/package.json")))
  .digest("hex");

if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== wanted) {
  const cli = require.resolve("prisma/build/index.js");
  const { status } = spawnSync(process.execPath, [cli, "generate"], {
    cwd: root,
    env: { ...process.env, CHECKPOINT_DISABLE: "1", PRISMA_HIDE_UPDATE_MESSAGE: "1" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(stamp, wanted);
}
