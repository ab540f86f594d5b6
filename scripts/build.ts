import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build } from "esbuild";
import { stampBuild } from "./build-stamp.ts";

/** Production build: pages by Remix and Vite, then the processes, then the compressed copies of what browsers fetch. */

run("node", ["--import", "tsx", "scripts/prisma-generate.ts"]);
run("npx", ["remix", "vite:build"]);
await build({
  entryPoints: {
    web: "app/web/main.ts",
    worker: "app/worker/main.ts",
    admin: "app/admin/main.ts",
    start: "app/start.ts",
    converter: "app/converter/main.ts",
  },
  outdir: "build/processes",
  bundle: true,
  splitting: true,
  platform: "node",
  format: "esm",
  target: "node20",
  packages: "external",
  sourcemap: true,
  logLevel: "warning",
});
compress("build/client");
stampBuild();

function run(command: string, args: string[]): void {
  const { status } = spawnSync(command, args, { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}

function compress(directory: string): void {
  for (const name of readdirSync(directory, { recursive: true, encoding: "utf8" })) {
    if (!/\.(js|css|svg|txt|webmanifest)$/.test(name)) continue;
    const file = path.join(directory, name);
    const bytes = readFileSync(file);
    writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  }
}
