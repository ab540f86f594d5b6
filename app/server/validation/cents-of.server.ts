import { type Cents, parseDecimal } from "#app/domain/money.ts";

/** The cents of money that passed its schema, which takes an amount of two decimals and nothing else. */
export function centsOf({ value }: { readonly value: string }): Cents {
  const amount = parseDecimal(value);
  if (!amount.ok) throw new Error("an amount passed its schema that is none");
  return amount.value;
}
