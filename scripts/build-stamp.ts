import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const SOURCES = ["app", "prisma/schema.prisma", "public", "package-lock.json", "vite.config.ts", "remix.config.js", "tailwind.config.ts", "scripts/build.ts"]; // prettier-ignore
const GENERATED = path.normalize("server/platform/prisma");
const STAMP = "build/stamp";

/** Whether the build there is was made from the sources there are. */
export function isBuilt(): boolean {
  return existsSync(STAMP) && readFileSync(STAMP, "utf8") === fingerprint();
}

export function stampBuild(): void {
  mkdirSync("build", { recursive: true });
  writeFileSync(STAMP, fingerprint());
}

function fingerprint(): string {
  const hash = createHash("sha256").update(process.version);
  for (const source of SOURCES) {
    for (const file of filesOf(source)) hash.update(file).update(readFileSync(file));
  }
  return hash.digest("hex");
}

function filesOf(source: string): string[] {
  if (path.extname(source) !== "") return existsSync(source) ? [source] : [];
  return readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes(GENERATED))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}
