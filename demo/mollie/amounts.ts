import { asCents, parseDecimal, sum, toDecimal, ZERO, type Cents } from "#app/domain/money.ts";
import type { Amount, Payment, SimulatorState } from "./state.ts";

export function centsOf(amount: Amount): Cents {
  const parsed = parseDecimal(amount.value);
  if (!parsed.ok) throw new Error(`not an amount: ${amount.value}`);
  return parsed.value;
}

export function amountOf(cents: Cents, currency: string): Amount {
  return { currency, value: toDecimal(cents) };
}

/** What was given back of a payment, asked back by a bank, and is left to refund. Money under way counts; failed, cancelled and reversed does not. */
export function reversals(
  state: SimulatorState,
  payment: Payment,
): { refunded: Cents; chargedBack: Cents; left: Cents } {
  const refunded = sum(
    [...state.refunds.values()]
      .filter(({ paymentId, status }) => paymentId === payment.id && status !== "failed" && status !== "canceled")
      .map(({ amount }) => centsOf(amount)),
  );
  const chargedBack = sum(
    [...state.chargebacks.values()]
      .filter(({ paymentId, reversedAt }) => paymentId === payment.id && reversedAt === null)
      .map(({ amount }) => centsOf(amount)),
  );
  const left = centsOf(payment.amount) - refunded - chargedBack;
  return { refunded, chargedBack, left: left > 0n ? asCents(left) : ZERO };
}
