import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const APP = join(import.meta.dirname, "..", "..", "app");
const GENERATED = join("server", "platform", "prisma");

/** Everything that may name a text: what we wrote, but for tests and the texts themselves. */
export function appSources(): { name: string; text: string }[] {
  return readdirSync(APP, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .filter((name) => !name.startsWith("i18n") && !name.startsWith(GENERATED))
    .map((name) => ({ name, text: readFileSync(join(APP, name), "utf8") }));
}

/** Texts by their whole key, plural forms each by its own. */
export function flatTexts(texts: object, path = ""): Map<string, string> {
  const entries = Object.entries(texts).flatMap(([key, value]: [string, unknown]): [string, string][] => {
    const at = path === "" ? key : `${path}.${key}`;
    return typeof value === "object" && value !== null ? [...flatTexts(value, at)] : [[at, String(value)]];
  });
  return new Map(entries);
}

/** `days_few` is a form of `days` because the texts have `days_other`; `too_many` is a key of its own. */
export function withoutPlural(key: string, texts: ReadonlyMap<string, string>): string {
  const stem = key.replace(/_(zero|one|two|few|many|other)$/, "");
  return texts.has(`${stem}_other`) ? stem : key;
}
