import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

test("every crash point of the application is one at which a process is killed in a test", () => {
  const inSource = namesIn("app", /crashPoint\("([^"]+)"\)/g);
  const inTests = namesIn("tests", /"((?:\w+):[\w-]+)"/g, /\.test\.ts$/);
  expect(inSource.length).toBeGreaterThan(10);
  expect(inSource.filter((name) => !inTests.includes(name))).toEqual([]);
});

function namesIn(directory: string, pattern: RegExp, files = /\.tsx?$/): string[] {
  const names = readdirSync(directory, { recursive: true, encoding: "utf8" }).filter((name) => files.test(name));
  const found = names.flatMap((name) => [...readFileSync(path.join(directory, name), "utf8").matchAll(pattern)]);
  return [...new Set(found.map(([, name = ""]) => name))].sort();
}
