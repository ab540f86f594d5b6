import { type Cents, toDecimal } from "#app/domain/money.ts";

/** One field that is not right. `path` as in `invoices.0.amount`; the name of the parameter or header elsewhere. */
export type FieldError = {
  readonly path: string;
  readonly code: string;
  readonly message: string;
  /** The most, or for amounts that are too small the least, that is allowed; a number between two, in a policy. */
  readonly allowed?:
    { readonly currency: "EUR"; readonly value: string } | { readonly min?: number; readonly max?: number };
};

export function allowedAmount(amount: Cents): { readonly currency: "EUR"; readonly value: string } {
  return { currency: "EUR", value: toDecimal(amount) };
}

export function pathText(path: readonly PropertyKey[]): string {
  return path.map(String).join(".");
}
