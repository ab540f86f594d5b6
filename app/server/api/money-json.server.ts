import { type Cents, parseDecimal, toDecimal } from "#app/domain/money.ts";

/** Money as the API writes it: exactly two decimals. */
export type Money = { readonly currency: "EUR"; readonly value: string };

export function moneyJson(amount: Cents): Money {
  return { currency: "EUR", value: toDecimal(amount) };
}

/** Reads money that passed its schema. */
export function centsOf(money: Money): Cents {
  const amount = parseDecimal(money.value);
  if (!amount.ok) throw new Error("an amount passed its schema that is none");
  return amount.value;
}
