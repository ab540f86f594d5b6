import { type Cents, toDecimal } from "#app/domain/money.ts";
import type { ProviderPayment } from "./payment-provider.server.ts";

export type Attempt = {
  readonly id: string;
  readonly amount: Cents;
  /** Profile and mode that made the payment, once known. */
  readonly providerAccount: string | null;
  /** The creditor's own profile, where one is set. */
  readonly profileId: string | null;
};

export type Mismatch = {
  readonly reason: "attempt" | "currency" | "amount" | "account";
  readonly expected: string;
  readonly received: string;
};

/** Which profile, in which mode, made a payment. */
export const accountOf = (seen: ProviderPayment): string => `${seen.profileId}:${seen.live ? "live" : "test"}`;

/** Does what the provider says belong to our attempt? Money that does not fit is never booked. */
export function checkAgainstAttempt(attempt: Attempt, seen: ProviderPayment): Mismatch | null {
  if (seen.attemptId !== attempt.id) {
    return { reason: "attempt", expected: attempt.id, received: seen.attemptId === null ? "none" : "another" };
  }
  if (seen.currency !== "EUR") return { reason: "currency", expected: "EUR", received: seen.currency };
  if (seen.amount !== attempt.amount) {
    return { reason: "amount", expected: toDecimal(attempt.amount), received: seen.amountText };
  }
  const account = accountOf(seen);
  if (attempt.providerAccount !== null && attempt.providerAccount !== account) {
    return { reason: "account", expected: attempt.providerAccount, received: account };
  }
  if (attempt.profileId !== null && attempt.profileId !== seen.profileId) {
    return { reason: "account", expected: attempt.profileId, received: seen.profileId };
  }
  return null;
}
