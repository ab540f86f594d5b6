import { FieldError } from "./field-error.tsx";

/**
 * What public/scripts/checks.js looks at when somebody leaves the field, with the server's own sentences. `ibanEnd`: the last
 * four digits of an account number.
 */
export type FieldCheck = {
  readonly kind: "amount" | "day" | "email" | "ibanEnd";
  readonly wrong: string;
  /** For an amount that can be read in two ways, where that has a sentence of its own. */
  readonly ambiguous?: string | undefined;
};

/** For the box itself. */
export function checkAttributes(check: FieldCheck | undefined): Readonly<Record<string, string | undefined>> {
  if (check === undefined) return {};
  return { "data-check": check.kind, "data-check-wrong": check.wrong, "data-check-ambiguous": check.ambiguous };
}

/** The line that the script puts above the box, to fill in. */
export function CheckLine({ name }: { name: string }) {
  return (
    <template>
      <FieldError id={`${name}-check`} message={<span data-text="" />} />
    </template>
  );
}
