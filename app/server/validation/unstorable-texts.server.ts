import { isStorable } from "#app/server/platform/text/storable-text.server.ts";
import { type FieldError, pathText } from "./field-error.server.ts";

/** Texts that no database takes: with a NUL, or with half a character. A stack of its own, as bodies may be nested deep. */
export function unstorableTexts(given: unknown): FieldError[] {
  const errors: FieldError[] = [];
  const waiting: { value: unknown; path: PropertyKey[] }[] = [{ value: given, path: [] }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, path } = next;
    if (typeof value === "string" && !isStorable(value)) {
      errors.push({ path: pathText(path.slice(1)), code: "wrong_format", message: "must be text without NUL or half characters" }); // prettier-ignore
    }
    if (typeof value !== "object" || value === null || value instanceof Uint8Array) continue;
    for (const [name, field] of Object.entries(value)) {
      if (!isStorable(name))
        errors.push({ path: pathText(path.slice(1)), code: "unknown_field", message: "has a name that is no text" }); // prettier-ignore
      // Deeper than any schema reaches, where a path would only grow.
      else if (path.length < 20) waiting.push({ value: field, path: [...path, name] });
    }
  }
  return errors;
}
