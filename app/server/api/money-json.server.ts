import { type Cents, toDecimal } from "#app/domain/money.ts";

/** Money as the API writes it: exactly two decimals. */
export type Money = { readonly currency: "EUR"; readonly value: string };

export function moneyJson(amount: Cents): Money {
  return { currency: "EUR", value: toDecimal(amount) };
}
