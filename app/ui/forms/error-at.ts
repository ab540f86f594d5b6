import type { FormError } from "./error-summary.tsx";

/** What is wrong in one field; undefined when that is nothing. */
export function errorAt(errors: readonly FormError[], field: string): string | undefined {
  return errors.find((error) => error.field === field)?.message;
}
