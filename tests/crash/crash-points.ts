import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** The names of the crash points that the application has. */
export const pointsInSource = (): string[] => namesIn("app", /crashPoint\("([^"]+)"\)/g);

/** What tests say that looks like the name of a crash point. */
export const pointsInTests = (): string[] => namesIn("tests", /"((?:\w+):[\w-]+)"/g, /\.test\.ts$/);

function namesIn(directory: string, pattern: RegExp, files = /\.tsx?$/): string[] {
  const names = readdirSync(directory, { recursive: true, encoding: "utf8" }).filter((name) => files.test(name));
  const found = names.flatMap((name) => [...readFileSync(path.join(directory, name), "utf8").matchAll(pattern)]);
  return [...new Set(found.map(([, name = ""]) => name))].sort();
}
